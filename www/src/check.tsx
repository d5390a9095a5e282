import { render } from "preact";
import { App } from "./app.tsx";
import { opening, words } from "./words.ts";

const root = document.querySelector("#app");
if (root) opening(words).then((first) => render(<App first={first} />, root));
