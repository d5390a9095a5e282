import type { Band, Bands, Price, Tariff, VoucherBand } from "../protocol.ts";
import { builtIn } from "../run.ts";
import { Choice, MOST, Num, QuantityOf, Remove, Share } from "./parts.tsx";
import { type PriceKind, priceKind, type Speech } from "./rule.ts";

/** Rules whose tariff is of each kind: they lend their amounts, which have a source. */
const LENT: Record<Exclude<PriceKind, "not_set">, string> = {
  price_cap: "R14",
  reduction: "R19",
  reduction_share: "R6",
  bands: "R12",
  voucher: "R9",
  effort_cap: "R15",
};

interface PricesProps {
  value: Tariff;
  /** The tariff of the rule the form started from, which comes back when its kind is chosen again. */
  before: Tariff | undefined;
  speech: Speech;
  onChange(value: Tariff): void;
}

/** What an entitled household gets. */
export function Prices({ value, before, speech, onChange }: PricesProps) {
  const { form } = speech;
  const choose = async (kind: PriceKind) => {
    if (before && priceKind(before) === kind) return onChange(before);
    const lent = kind === "not_set" ? undefined : await builtIn(LENT[kind]);
    onChange(lent ? lent.tariff : "not_set");
  };
  return (
    <>
      <Choice
        id="price"
        label={form.price}
        hint={form.priceHint}
        names={form.prices}
        value={priceKind(value)}
        onChosen={choose}
      />
      <Amounts value={value} speech={speech} onChange={onChange} />
    </>
  );
}

function Amounts({ value, speech, onChange }: Omit<PricesProps, "before">) {
  const { form } = speech;
  const euros = (id: string, label: string, price: Price, changed: (price: Price) => Tariff) => (
    <Num
      id={id}
      label={`${label}, ${form.per[price.per]}`}
      value={price.ttc}
      most={MOST.bill}
      speech={speech}
      // The price before tax was that of the other price.
      onNumber={(ttc) => onChange(changed({ ttc, per: price.per }))}
    />
  );
  const share = (id: string, label: string, rate: string, changed: (rate: string) => Tariff) => (
    <Share id={id} label={label} value={rate} speech={speech} onNumber={(rate) => onChange(changed(rate))} />
  );
  if (typeof value === "string") return null;
  if ("price_cap" in value) {
    const { price_cap } = value;
    return (
      <>
        {euros("paid", form.priceField, price_cap.price, (price) => ({ price_cap: { ...price_cap, price } }))}
        {euros("ordinary", form.ordinary, price_cap.ordinary, (ordinary) => ({
          price_cap: { ...price_cap, ordinary },
        }))}
      </>
    );
  }
  if ("reduction" in value) return euros("off", form.off, value.reduction, (reduction) => ({ reduction }));
  if ("reduction_share" in value) {
    const { reduction_share } = value;
    return (
      <>
        {share("rate", form.rate, reduction_share.rate, (rate) => ({ reduction_share: { ...reduction_share, rate } }))}
        {euros("reference", form.reference, reduction_share.reference, (reference) => ({
          reduction_share: { ...reduction_share, reference },
        }))}
      </>
    );
  }
  if ("effort_cap" in value) {
    const { effort_cap } = value;
    return (
      <>
        {share("effort", form.effort, effort_cap.rate, (rate) => ({ effort_cap: { ...effort_cap, rate } }))}
        {euros("ordinary", form.ordinary, effort_cap.ordinary, (ordinary) => ({
          effort_cap: { ...effort_cap, ordinary },
        }))}
      </>
    );
  }
  if ("voucher" in value)
    return (
      <Rows
        rows={value.voucher}
        speech={speech}
        onChange={(voucher) => onChange({ voucher })}
        given={(band, id, change) => <VoucherAmounts band={band} id={id} speech={speech} onChange={change} />}
      />
    );
  const { bands } = value;
  const put = (changed: Partial<Bands>) => onChange({ bands: { ...bands, ...changed } });
  return (
    <>
      <QuantityOf id="by" label={form.by} speech={speech} value={bands.by} onChosen={(by) => put({ by })} />
      {euros("reference", form.reference, bands.reference, (reference) => ({ bands: { ...bands, reference } }))}
      <Rows
        rows={bands.bands}
        speech={speech}
        onChange={(rows) => put({ bands: rows })}
        given={(band, id, change) => <BandGives band={band} id={id} speech={speech} onChange={change} />}
      />
    </>
  );
}

interface RowsProps<T extends { from: string; below: string }> {
  rows: readonly T[];
  speech: Speech;
  onChange(rows: T[]): void;
  given(row: T, id: string, change: (row: T) => void): preact.ComponentChildren;
}

/** Bands of either kind: their limits, what each gives, one more, one less. The checker says what overlaps or lacks. */
function Rows<T extends { from: string; below: string }>({ rows, speech, onChange, given }: RowsProps<T>) {
  const { form } = speech;
  const replace = (place: number, ...by: T[]) => onChange([...rows.slice(0, place), ...by, ...rows.slice(place + 1)]);
  const last = rows.at(-1);
  return (
    <>
      {rows.map((row, place) => {
        const id = `band-${place}`;
        const change = (changed: T) => replace(place, changed);
        return (
          <fieldset class="card" key={id}>
            <legend>{form.band(place + 1)}</legend>
            <Num
              id={`${id}-from`}
              label={form.from}
              value={row.from}
              most={MOST.income}
              speech={speech}
              onNumber={(from) => change({ ...row, from })}
            />
            <Num
              id={`${id}-below`}
              label={form.below}
              value={row.below}
              most={MOST.income}
              speech={speech}
              onNumber={(below) => change({ ...row, below })}
            />
            {given(row, id, change)}
            {rows.length > 1 && (
              <Remove what={form.band(place + 1)} then="band-add" speech={speech} onRemoved={() => replace(place)} />
            )}
          </fieldset>
        );
      })}
      {last && (
        <p>
          {/* One as wide as the last, right above it, that gives as much. */}
          <button
            id="band-add"
            type="button"
            class="plain"
            onClick={() => {
              const below = String(2 * Number(last.below) - Number(last.from));
              onChange([...rows, { ...last, from: last.below, below }]);
            }}
          >
            {form.addBand}
          </button>
        </p>
      )}
    </>
  );
}

interface GivesProps<T> {
  band: T;
  id: string;
  speech: Speech;
  onChange(band: T): void;
}

function BandGives({ band, id, speech, onChange }: GivesProps<Band>) {
  const { form } = speech;
  const { off } = band;
  return (
    <>
      <Choice
        id={`${id}-kind`}
        label={form.offKind}
        names={form.offs}
        value={"share" in off ? "share" : "euros"}
        onChosen={(kind) => onChange({ ...band, off: kind === "share" ? { share: "0.5" } : { euros: "10" } })}
      />
      {"share" in off ? (
        <Share
          id={`${id}-off`}
          label={form.offShare}
          value={off.share}
          speech={speech}
          onNumber={(share) => onChange({ ...band, off: { share } })}
        />
      ) : (
        <Num
          id={`${id}-off`}
          label={form.offEuros}
          value={off.euros}
          most={MOST.bill}
          speech={speech}
          onNumber={(euros) => onChange({ ...band, off: { euros } })}
        />
      )}
    </>
  );
}

const UNITS = ["one_unit", "under_two_units", "two_units_or_more"] as const;

function VoucherAmounts({ band, id, speech, onChange }: GivesProps<VoucherBand>) {
  return (
    <>
      {UNITS.map((units, place) => (
        <Num
          key={units}
          id={`${id}-${units}`}
          label={speech.form.units[place] ?? units}
          value={band[units]}
          most={MOST.income}
          speech={speech}
          onNumber={(amount) => onChange({ ...band, [units]: amount })}
        />
      ))}
    </>
  );
}
