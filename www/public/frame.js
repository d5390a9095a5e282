// The page that hosts put in a frame: the widget, with the settings that follow # in its address, as high as it needs.
{
  const widget = document.createElement("tarif-social");
  const settings = new URLSearchParams(location.hash.slice(1));
  for (const name of ["lang", "date", "regimes", "territory", "theme", "start"]) {
    const value = settings.get(name);
    if (value !== null) widget.setAttribute(name, value);
  }
  document.documentElement.lang = settings.get("lang") === "en" ? "en" : "fr";
  document.body.append(widget);
  // A height tells nothing of anybody: whoever shows the frame may hear it.
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    parent.postMessage({ type: "tarif-social:height", height }, "*");
  };
  new ResizeObserver(tell).observe(widget);
  // What the visitor agreed to pass on, to whoever shows the frame.
  widget.addEventListener("tarif-social:result", ({ detail }) => {
    parent.postMessage({ type: "tarif-social:result", detail }, "*");
  });
}
