import { existsSync, readFileSync } from 'node:fs'

/** npm runs us through a shell, and a shell or an npm that is told to end does not tell us: whoever stops npm means the server. */
export function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return
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
