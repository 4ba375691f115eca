/** Reads, draws, and keeps in step with the simulator: by events where the browser has them, else by asking. */
export const START_SCRIPT = String.raw`
const POLL_MS = 1500;

function draw() {
  drawSetup(false);
  drawOrders();
  drawDetail(false);
  drawTabs();
  drawPanel(false);
}

function showLive(isLive) {
  $('live').textContent = isLive ? page.texts.live : page.texts.lost;
  $('live').classList.toggle('lost', !isLive);
}

let reading = null;
let isStale = false;
// Changes that come while one reading is under way are read once, after it.
function refresh() {
  if (reading !== null) {
    isStale = true;
    return reading;
  }
  reading = (async () => {
    do {
      isStale = false;
      try {
        page.state = await ask('api/state?limit=' + page.limit);
      } catch {
        showLive(false);
        return;
      }
      showLive(true);
      draw();
    } while (isStale);
  })().finally(() => { reading = null; });
  return reading;
}

function follow() {
  if (typeof EventSource === 'undefined') {
    setInterval(refresh, POLL_MS);
    return;
  }
  const events = new EventSource('/simulator/api/events');
  events.onmessage = refresh;
  events.onerror = () => showLive(false);
}

async function start() {
  page.texts = await ask('texts.json?lang=' + lang);
  page.about = await ask('api/about');
  await refresh();
  follow();
}
start();
`;
