/**
 * Runs in the page under test (it is sent there as text, so it stands alone): how long until a letter typed here is painted,
 * when a marked word of somebody else was painted, and what held the page's thread.
 */
export function watchPage() {
  const seen = { local: [], remote: {}, longTasks: [] }
  window.__seen = seen
  const painted = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => then(performance.now())
      port2.postMessage(null)
    })
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key.length === 1) painted((now) => seen.local.push(now - timeStamp))
    },
    true
  )
  const look = (text) => {
    for (const [word] of text?.matchAll(/\u00ab\d+\u00bb/g) ?? [])
      if (!(word in seen.remote)) {
        seen.remote[word] = null
        painted((now) => (seen.remote[word] = performance.timeOrigin + now))
      }
  }
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      if (target.nodeType === Node.TEXT_NODE) look(target.data)
      for (const node of addedNodes) if (node.textContent.length < 2000) look(node.textContent)
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })
  new PerformanceObserver((list) => seen.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
    buffered: true
  })
}
