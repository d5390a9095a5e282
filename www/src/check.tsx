import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ask } from "./client.ts";
import { keepOffline } from "./offline.ts";

function Check() {
  const [version, setVersion] = useState("");
  useEffect(() => {
    ask("version", null).then(setVersion, (error) => setVersion(String(error)));
  }, []);
  return (
    <>
      <main>
        <h1>Tarif social internet : y ai-je droit ?</h1>
      </main>
      <footer>
        <p>
          <a href="./method.html">Sources et méthode</a>. Moteur <output>{version}</output>
        </p>
      </footer>
    </>
  );
}

const app = document.querySelector("#app");
if (app) render(<Check />, app);
keepOffline();
