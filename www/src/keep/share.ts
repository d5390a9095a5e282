import type { CheckRequest, HouseholdInput, Language, PersonInput, Ruleset } from "../engine.ts";
import { FIRST_MONTH, LAST_MONTH, request, SCHEMA_VERSION, type Session } from "../session.ts";

/** What is kept in a file or carried by a link. */
interface Kept {
  /** Says whose it is, and which version of this structure. */
  tarif_social: number;
  ruleset: Ruleset;
  request: CheckRequest;
  entry: Session["entry"];
  done: string[];
  unknown: string[];
}

/** Version of [`Kept`]. */
const VERSION = 1;
/** A full household of fifteen persons takes less than a tenth of these, in characters. */
const LONGEST_LINK = 60_000;
const LONGEST_TEXT = 500_000;
const LONGEST_LIST = 500;

/** What this page reads of a request; the regimes asked for are those it shows anyway, and more. */
const READ = ["schema_version", "month", "language", "regimes", "together", "detail", "household"];

/** Why something could not be opened. */
export type Fault = "notOurs" | "tooLarge" | "newer" | "partly";

/** What a file says. */
export function written(session: Session, ruleset: Ruleset): string {
  const { entry, done, unknown } = session;
  const kept: Kept = { tarif_social: VERSION, ruleset, request: asked(session), entry, done, unknown };
  return `${JSON.stringify(kept, null, 1)}\n`;
}

/** The request alone, as the command line reads it. */
export const asked = (session: Session): CheckRequest => request(session, "fr");

/** The part of a link that follows `#`: never sent to a server. */
export async function linked(session: Session, ruleset: Ruleset): Promise<string> {
  const bytes = await through(
    new CompressionStream("deflate-raw"),
    new TextEncoder().encode(written(session, ruleset)),
  );
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `v${VERSION}.${btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** What was kept; a bare request does not say by which rules it was answered. */
interface Opened {
  session: Session;
  ruleset: Ruleset | undefined;
  /** The language a bare request asks its answer in. */
  language: Language | undefined;
}

/** Reads a file's text or a link's part. Nothing of it is trusted: sizes first, then shape; the engine judges the rest. */
export async function read(text: string): Promise<Opened | { fault: Fault }> {
  try {
    if (text.length > LONGEST_TEXT) return { fault: "tooLarge" };
    // A link of the widget carries a bare request, as a browser writes it in an address.
    const plain = text.startsWith("%7B") ? decodeURIComponent(text) : text;
    if (plain.trimStart().startsWith("{")) return opened(JSON.parse(plain));
    const [, version, packed] = /^v(\d{1,4})\.([\w-]+)$/.exec(text) ?? [];
    if (!packed) return { fault: "notOurs" };
    if (text.length > LONGEST_LINK) return { fault: "tooLarge" };
    if (Number(version) > VERSION) return { fault: "newer" };
    const bytes = Uint8Array.from(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
    const unpacked = await through(new DecompressionStream("deflate-raw"), bytes);
    return opened(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(unpacked)));
  } catch (error) {
    return { fault: error instanceof TooLarge ? "tooLarge" : "notOurs" };
  }
}

/** The text of a file, no more of it than a file of ours can hold. */
export const text = (file: File): Promise<string> => file.slice(0, LONGEST_TEXT + 1).text();

class TooLarge extends Error {}

/** Bytes through a stream, stopped when they grow beyond what a page of ours can hold. */
async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > LONGEST_TEXT) {
      await reader.cancel();
      throw new TooLarge();
    }
    parts.push(part.value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= LONGEST_LIST && value.every((one) => typeof one === "string");

function opened(value: Partial<Kept> & Partial<CheckRequest>): Opened | { fault: Fault } {
  // A bare request is welcome too: it is what the command line reads.
  const bare = value.tarif_social === undefined && value.schema_version !== undefined;
  const kept: Partial<Kept> = bare ? { request: value as CheckRequest, done: [], unknown: [] } : value;
  if (bare && Number(value.schema_version) > SCHEMA_VERSION) return { fault: "newer" };
  if (bare && Object.keys(value).some((field) => !READ.includes(field))) return { fault: "partly" };
  if (!bare && typeof kept.tarif_social !== "number") return { fault: "notOurs" };
  if (!bare && Number(kept.tarif_social) > VERSION) return { fault: "newer" };
  const { request, done, unknown } = kept;
  const month = request?.month;
  if (typeof month !== "string" || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return { fault: "notOurs" };
  if (month < FIRST_MONTH || month > LAST_MONTH || !isList(done) || !isList(unknown)) return { fault: "notOurs" };
  const household = request?.household;
  if (!isHousehold(household)) return { fault: "notOurs" };
  const { version = "?", hash = "?" } = kept.ruleset ?? {};
  return {
    language: bare && (request?.language === "en" || request?.language === "fr") ? request.language : undefined,
    ruleset: bare ? undefined : { version: String(version).slice(0, 40), hash: String(hash).slice(0, 64) },
    session: {
      entry: kept.entry === "budget" ? "budget" : "right",
      month,
      regimes: { current: [], wider: [] },
      household: { ...household, persons: inOrder(household.persons ?? []) },
      together: isList(request?.together) ? request.together : [],
      done,
      unknown,
    },
  };
}

/** The applicant, the partner, then the children, as the engine counts them. */
function inOrder(persons: PersonInput[]): PersonInput[] {
  const by = (role: PersonInput["role"]) => persons.filter((person) => person.role === role);
  return [...by("applicant"), ...by("partner"), ...by("child"), ...by(undefined)];
}

/** Enough for the page to show it; what each field holds is judged by the engine. */
function isHousehold(value: unknown): value is HouseholdInput {
  const persons = (value as HouseholdInput | undefined)?.persons;
  return (
    Array.isArray(persons) && persons.length > 0 && persons.every((person) => typeof person === "object" && person)
  );
}
