import { render } from "preact";
import { keepOffline } from "./offline.ts";

function Method() {
  return (
    <main>
      <h1>Sources et méthode</h1>
      <p>
        <a href="./index.html">Retour aux questions</a>
      </p>
    </main>
  );
}

const app = document.querySelector("#app");
if (app) render(<Method />, app);
keepOffline();
