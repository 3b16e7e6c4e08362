import { existsSync, readFileSync } from 'node:fs'
import { build, install, main } from './steps.mjs'

await main(async () => {
  await install()
  await build()
})
if (process.env.npm_lifecycle_event) stopWithNpm()
// The server runs in this very process: Ctrl-C, a signal from outside or a kill reach it once and directly.
await import('../dist/main.js')

/** npm runs us through a shell, and a shell or an npm that is told to end does not tell us: whoever stops npm means the server. */
function stopWithNpm() {
  const ancestors = lineage()
  const watch = setInterval(() => {
    if (lineage() === ancestors) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}

/** The shell and, where the system tells it in a file, the npm above it; one of them gone, its child has another parent. */
function lineage() {
  const shell = process.ppid
  const status = `/proc/${shell}/status`
  return `${shell} ${existsSync(status) ? /^PPid:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1] : ''}`
}
