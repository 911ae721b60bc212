import Engine

/// A page of its own with a drawing: values at the pointer and by the arrow keys, the figures as a
/// table, nothing from the network; nil where an answer has no picture.
package func htmlPage(_ answer: Answer, as form: ChartForm? = nil) -> String? {
  guard let figure = htmlChart(answer, as: form) else { return nil }
  let title = escapedMarkup(answer.description.first ?? answer.reading)
  return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <title>\(title)</title>
    <style>\(sheet)</style>
    </head>
    <body>
    \(figure)<p id="tw-read" role="status" aria-live="polite">\(hint)</p>
    <script>
    \(script)
    </script>
    </body>
    </html>

    """
}

/// Whatever the page holds, a browser fetches nothing for it.
private let policy = "default-src 'none';style-src 'unsafe-inline';script-src 'unsafe-inline'"

private let hint = "Values: point at the drawing, or focus it and use the arrow keys."

private let sheet =
  ":root{color-scheme:light dark}"
  + "body{margin:0 auto;padding:1rem;max-width:43rem;background:\(ChartStyle.light.paper);"
  + "color:\(ChartStyle.light.ink);font:14px \(ChartStyle.fonts)}"
  + "@media(prefers-color-scheme:dark){body{background:\(ChartStyle.dark.paper);"
  + "color:\(ChartStyle.dark.ink)}}"
  + "[data-chart]:focus-visible{outline:2px solid currentColor;outline-offset:2px}"
  + ".tw-on{stroke:currentColor;stroke-width:2.5}#tw-read{min-height:1.4em;margin:.5em 1rem}"

/// Each mark with a title is a stop on the way through the drawing, from left to right.
private let script = """
  const read = document.getElementById("tw-read");
  for (const box of document.querySelectorAll(".tw-wide, .tw-narrow")) {
    const svg = box.querySelector("svg");
    const stops = [...svg.querySelectorAll("rect > title, circle > title")].map((title) => {
      const mark = title.parentNode, text = title.textContent;
      title.remove();
      return { mark, text };
    });
    if (!stops.length) continue;
    const middle = (stop) => {
      const area = stop.mark.getBoundingClientRect();
      return [area.x + area.width / 2, area.y + area.height / 2, area];
    };
    let at = -1;
    const show = (index) => {
      if (at >= 0) stops[at].mark.classList.remove("tw-on");
      at = index;
      if (at < 0) return;
      stops[at].mark.classList.add("tw-on");
      read.textContent = stops[at].text;
    };
    const order = () => stops.map((stop, i) => [...middle(stop), i])
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((entry) => entry[3]);
    box.tabIndex = 0;
    box.dataset.chart = "";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", svg.querySelector("title").textContent);
    box.addEventListener("keydown", (event) => {
      const way = order(), place = way.indexOf(at);
      const next = {
        ArrowRight: place + 1, ArrowDown: place + 1,
        ArrowLeft: place < 0 ? way.length - 1 : place - 1, ArrowUp: place - 1,
        Home: 0, End: way.length - 1,
      }[event.key];
      if (event.key === "Escape") show(-1);
      if (next === undefined) return;
      event.preventDefault();
      show(way[Math.max(0, Math.min(way.length - 1, next))]);
    });
    svg.addEventListener("pointermove", (event) => {
      let best = -1, least = Infinity;
      stops.forEach((stop, i) => {
        const [x, y, area] = middle(stop);
        const inside = event.clientX >= area.left && event.clientX <= area.right
          && event.clientY >= area.top && event.clientY <= area.bottom;
        const away = inside ? -1 : (event.clientX - x) ** 2 + ((event.clientY - y) / 3) ** 2;
        if (away < least) [best, least] = [i, away];
      });
      if (best !== at) show(best);
    });
    svg.addEventListener("pointerleave", () => show(-1));
  }
  """
