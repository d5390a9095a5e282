// Serves the built page on this machine and opens it in the visitor's browser when there is one.
import { spawn } from "node:child_process";
import { preview } from "vite";

const server = await preview({ root: "www" });
const address = server.resolvedUrls?.local[0] ?? "";
console.log(`\nThe page is at ${address} (Ctrl+C to stop)\n`);

const screen = process.platform === "darwin" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
if (screen && address) {
  const open = spawn(process.platform === "darwin" ? "open" : "xdg-open", [address], { stdio: "ignore" });
  open.on("error", () => {}); // no such program: the address above is enough
}
