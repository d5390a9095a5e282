import type { Granting, Payer, PayerShare, Regime } from "../protocol.ts";
import { builtIn } from "../run.ts";
import { Adding, Choice, Remove, Share } from "./parts.tsx";
import type { Speech } from "./rule.ts";

/** A regime that is granted in each way: it lends its take-up, which no source gives but by the way of granting. */
export const GRANTED: Record<Granting["way"], string> = {
  voluntary_request: "R1",
  request: "R2",
  income_proof: "R6",
  letter: "R18",
  automatic: "R9",
  referral: "R16",
  open: "R20",
};

interface GrantedProps {
  regime: Regime;
  speech: Speech;
  onChange(changed: Partial<Regime>): void;
}

/** How a rule is obtained, by how many of those entitled, and who pays. */
export function Granted({ regime, speech, onChange }: GrantedProps) {
  const { form, lab } = speech;
  const { granting, payers } = regime;
  const grant = async (way: Granting["way"]) => {
    const like = await builtIn(GRANTED[way]);
    if (like) onChange({ granting: like.granting });
  };
  const others = Object.fromEntries(
    Object.entries(lab.payerNames).filter(([id]) => payers.every(({ payer }) => payer !== id)),
  ) as Partial<Record<Payer, string>>;
  const pay = (place: number, ...by: PayerShare[]) =>
    onChange({ payers: [...payers.slice(0, place), ...by, ...payers.slice(place + 1)] });
  return (
    <>
      <Choice id="way" label={form.way} hint={form.wayHint} names={form.ways} value={granting.way} onChosen={grant} />
      {(["low", "central", "high"] as const).map((level) => (
        <Share
          key={level}
          id={`take-up-${level}`}
          label={`${lab[level]}, %`}
          value={granting.take_up[level]}
          speech={speech}
          onNumber={(share) =>
            onChange({ granting: { ...granting, take_up: { ...granting.take_up, [level]: share } } })
          }
        />
      ))}
      <Choice
        id="once"
        label={form.once}
        names={form.yesNo}
        value={regime.one_per_household ? "yes" : "no"}
        onChosen={(once) => onChange({ one_per_household: once === "yes" })}
      />
      {payers.map((share, place) => {
        const name = form.payerField(lab.payerNames[share.payer] ?? share.payer);
        return (
          <div key={share.payer}>
            <Share
              id={`payer-${share.payer}`}
              label={name}
              value={share.share}
              speech={speech}
              onNumber={(part) => pay(place, { ...share, share: part })}
            />
            {payers.length > 1 && (
              <Remove
                what={lab.payerNames[share.payer] ?? share.payer}
                then="payer-add"
                speech={speech}
                onRemoved={() => pay(place)}
              />
            )}
          </div>
        );
      })}
      <Adding
        id="payer-add"
        label={form.addPayer}
        names={others}
        speech={speech}
        onAdded={(payer) => onChange({ payers: [...payers, { payer, share: "0" }] })}
      />
    </>
  );
}
