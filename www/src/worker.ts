// Runs the engine away from the page, so that the page answers the keyboard whatever is being computed.
import { start } from "./engine.ts";
import type { Reply, Request } from "./protocol.ts";

const engine = start();
engine.catch(() => {}); // whoever asks is told

self.addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  const { id } = data;
  try {
    const answer = (await engine)[data.call](data.argument as never);
    self.postMessage({ id, kind: "answer", answer } satisfies Reply);
  } catch (error) {
    self.postMessage({ id, kind: "crashed", message: String(error) } satisfies Reply);
  }
});
