// Keeps the page working without a network. The build puts two constants above this line: BUILD, a hash of the
// built files, and FILES, those to keep from the first visit on.

// Two copies of the site in two folders of a host share its caches: each names its own.
const PREFIX = "tarif-social ".concat(self.registration.scope, " ");
const CACHE = PREFIX.concat(BUILD);

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => Promise.all(FILES.map((file) => install(cache, file)))));
});

async function install(cache, file) {
  const answer = await fetch(file, { cache: "no-cache" });
  if (!answer.ok) throw new Error(file);
  // Some hosts send `index.html` on to its folder. No browser opens a page from an answer that was sent on.
  await cache.put(file, answer.redirected ? new Response(answer.body, answer) : answer);
}

// No skipWaiting: a new build takes over once no tab shows the old one, so that a page never mixes two builds.
self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOtherBuilds().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.endsWith("/")) url.pathname += "index";
  if (!/\.\w+$/.test(url.pathname)) url.pathname += ".html"; // the same hosts open `method.html` as `method`
  url.search = "";
  event.respondWith(kept(url.href).then((answer) => answer ?? fetched(event.request)));
});

// What a page loaded before this worker listened: its own language, or a page that a first visit does not keep.
self.addEventListener("message", ({ data }) => {
  for (const address of data) if (new URL(address).origin === self.location.origin) keep(address);
});

async function keep(address) {
  if (!(await kept(address))) await fetched(new Request(address));
}

async function kept(address) {
  const cache = await caches.open(CACHE);
  return cache.match(address);
}

/** What the first visit left out is kept once it is read. Only files whose names hold a hash of their content. */
async function fetched(request) {
  const answer = await fetch(request);
  if (answer.ok && new URL(request.url).pathname.includes("/assets/")) {
    const cache = await caches.open(CACHE);
    await cache.put(request.url, answer.clone());
  }
  return answer;
}

async function forgetOtherBuilds() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
}
