// Keeps the page working without a network. The build puts two constants above this line: BUILD, a hash of every
// built file, and FILES, their names.
const PREFIX = "tarif-social-";
const CACHE = PREFIX.concat(BUILD);

self.addEventListener("install", (event) => {
  const fresh = FILES.map((file) => new Request(file, { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

// No skipWaiting: a new build takes over once no tab shows the old one, so that a page never mixes two builds.
self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOtherBuilds().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  url.search = "";
  event.respondWith(kept(url.href).then((answer) => answer ?? fetch(event.request)));
});

async function kept(address) {
  const cache = await caches.open(CACHE);
  return cache.match(address);
}

async function forgetOtherBuilds() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
}
