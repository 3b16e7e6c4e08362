/** No more often than this is a page that is looked at again asked whether there is a newer build (milliseconds). */
const BETWEEN_LOOKS = 10 * 60_000

/**
 * Has the browser keep the program, and tells when a newer one waits. Nothing of it is needed for the page to work: where the
 * browser refuses, opening without a line is not to be had, and that is all.
 */
export async function keepProgram(onNewer: (waiting: ServiceWorker) => void): Promise<void> {
  await navigator.serviceWorker.register('/sw.js')
  const registration = await navigator.serviceWorker.getRegistration('/')
  if (!registration) return
  const look = async () => {
    const { active, waiting } = registration
    if (active && waiting && !(await isOf(waiting))) onNewer(waiting)
  }
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', () => void look()))
  let lookedAt = performance.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || performance.now() - lookedAt < BETWEEN_LOOKS) return
    lookedAt = performance.now()
    registration.update().catch((error: unknown) => console.info('Whether there is a newer build is not known', error))
  })
  await look()
}

/** Has the newer program take the place of this one, and opens the page anew in it. */
export function openNewer(waiting: ServiceWorker): void {
  const again = () => window.location.reload()
  if (waiting.state !== 'installed') return again()
  navigator.serviceWorker.addEventListener('controllerchange', again, { once: true })
  waiting.postMessage('take-over')
}

/**
 * Whether this very page is of the build that waits: with a line, a page comes from the server and is new already. The waiting
 * worker names its build itself, for a server that goes back to an older one has that kept from before.
 */
async function isOf(waiting: ServiceWorker): Promise<boolean> {
  const program = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src
  if (program === undefined) return true
  return (await (await caches.open(await nameOf(waiting))).match(program, { ignoreVary: true })) !== undefined
}

function nameOf(waiting: ServiceWorker): Promise<string> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<string>) => resolve(data)
    waiting.postMessage('which', [port2])
  })
}
