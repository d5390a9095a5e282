import type { HouseholdInput } from "../engine.ts";
import { RESULT } from "../strings/areas.ts";
import { useArea } from "../words.ts";

/** Says that amounts are those of metropolitan France as long as nobody said where the household lives. */
export function Place({ household }: { household: HouseholdInput }) {
  const { rsa } = useArea(RESULT);
  return household.territory ? null : <p class="hint">{rsa.place}</p>;
}
