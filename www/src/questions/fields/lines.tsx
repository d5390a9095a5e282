import { amountShown, amountTyped } from "../../amounts.ts";
import type { HouseholdInput, LineInput } from "../../engine.ts";
import type { Later, Line } from "../../strings/later.fr.ts";
import { tellAmount } from "./amount.tsx";
import { type Field, type Form, UNKNOWN, type Voice, within } from "./field.ts";
import { Group, Pick, Select, Text } from "./parts.tsx";

/** Lines of spending of one family, each by month or by year. What an empty line means is said, never supposed. */
export function lines(voice: Voice, about: { id: string; posts: Line[]; words: Later["spending"] }): Field {
  const { id, posts, words } = about;
  const { flow, language } = voice;
  const control = (post: Line) => `spending.${post}`;
  const per = (post: Line) => `spending.${post}/per`;
  const blank = `${id}?`;
  const all = (household: HouseholdInput) => household.spending?.lines ?? [];
  const own = (household: HouseholdInput) => all(household).filter(({ post }) => posts.includes(post as Line));
  const known = (household: HouseholdInput) => posts.every((post) => own(household).some((line) => line.post === post));
  const isEmpty = (form: Form, post: Line) => !form[control(post)]?.trim();
  const nothing = ({ amount }: LineInput) => Number(amount) === 0;

  return {
    path: id,
    legend: words.titles[id as keyof typeof words.titles],
    fill(household, unknown) {
      const form: Form = { [blank]: unknown ? UNKNOWN : own(household).some(nothing) ? "nothing" : "" };
      for (const line of own(household)) {
        // Zero beside lines that are not known was typed.
        if (nothing(line) && !unknown) continue;
        form[control(line.post as Line)] = amountShown(line.amount, language);
        form[per(line.post as Line)] = line.per ?? "month";
      }
      return form;
    },
    read(form) {
      const empty = posts.filter((post) => isEmpty(form, post));
      if (empty.length && !form[blank]) return { faults: [{ control: blank, message: flow.choose }] };
      const unknown = empty.length > 0 && form[blank] === UNKNOWN;
      const said = posts.flatMap((post): LineInput[] => {
        if (!isEmpty(form, post)) {
          return [
            {
              post,
              amount: amountTyped(form[control(post)] ?? ""),
              per: form[per(post)] === "year" ? "year" : "month",
            },
          ];
        }
        return unknown ? [] : [{ post, amount: "0" }];
      });
      return {
        unknown,
        apply(household) {
          const others = all(household).filter(({ post }) => !posts.includes(post as Line));
          return { ...household, spending: { ...household.spending, lines: [...others, ...said] } };
        },
      };
    },
    about: (at) => posts.find((post) => control(post) === at) && words.posts[at.slice("spending.".length) as Line][0],
    holds: (problem) => posts.some((post) => within(control(post))(problem)),
    control: (_form, problem) => posts.map(control).find((name) => problem.startsWith(name)) ?? blank,
    known,
    tell(household) {
      const given = own(household);
      const told = given
        .filter((line) => !nothing(line) || !known(household))
        .map(
          ({ post, amount, per }) =>
            `${words.posts[post as Line][0]}${flow.colon}${tellAmount(amount, voice)} / ${words[per ?? "month"]}`,
        );
      if (known(household)) return told.join(", ") || words.blankNothing;
      return given.length ? [...told, flow.controls.restUnknown.toLowerCase()].join(", ") : "";
    },
    view: (shown) => (
      <>
        {posts.map((post) => (
          <div class="line" key={post}>
            <Text
              id={control(post)}
              label={words.posts[post][0]}
              hint={words.posts[post][1] || undefined}
              shown={shown}
              suffix={flow.controls.euros}
            />
            <Select
              id={per(post)}
              label={words.per}
              of={words.posts[post][0]}
              shown={shown}
              options={[
                ["month", words.month],
                ["year", words.year],
              ]}
            />
          </div>
        ))}
        {posts.some((post) => isEmpty(shown.form, post)) && (
          <Group id={blank} legend={words.blank} heading={false} error={shown.errors[blank]}>
            {(["nothing", UNKNOWN] as const).map((value, place) => (
              <Pick
                key={value}
                type="radio"
                name={blank}
                id={place === 0 ? blank : `${blank}${value}`}
                checked={shown.form[blank] === value}
                label={value === "nothing" ? words.blankNothing : words.blankUnknown}
                onPick={() => shown.change({ [blank]: value })}
              />
            ))}
          </Group>
        )}
      </>
    ),
  };
}
