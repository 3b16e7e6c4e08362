import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Verdict } from './baseline.js'

export interface Compared {
  readonly name: string
  readonly verdict: Verdict
  /** The accepted picture lies on this machine. */
  readonly hasBefore: boolean
}

const escaped = (words: string) => words.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
const source = (folder: string, name: string) => `${folder}/${encodeURIComponent(name)}.png`

/** A page that shows what changed: before, now, and the difference, which is black where both are the same. */
export function writeReport(folder: string, compared: readonly Compared[], gone: readonly string[]): void {
  const changed = compared.filter(({ verdict }) => verdict !== 'same')
  const figure = (title: string, inner: string) => `<figure><figcaption>${title}</figcaption>${inner}</figure>`
  const image = (from: string, name: string, title: string) => `<img src="${source(from, name)}" alt="${title}: ${escaped(name)}">`
  const rows = changed.map(({ name, verdict, hasBefore }) => {
    const now = figure('Now', image('now', name, 'Now'))
    const before = hasBefore
      ? figure('Accepted', image('accepted', name, 'Accepted')) +
        figure('Difference', `<div class="difference">${image('accepted', name, 'Accepted')}${image('now', name, 'Now')}</div>`)
      : `<p>${verdict === 'new' ? 'In no baseline.' : 'The accepted picture is on another machine.'}</p>`
    return `<section><h2>${escaped(name)} (${verdict})</h2><div class="row">${before}${now}</div></section>`
  })
  const lost =
    gone.length === 0 ? '' : `<h2>No longer photographed</h2><ul>${gone.map((name) => `<li>${escaped(name)}</li>`).join('')}</ul>`
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures of screens</title><style>
body{font:16px system-ui;margin:2rem;background:#888;color:#000}.row{display:flex;gap:1rem;align-items:flex-start}figure{margin:0;flex:1}
img{max-width:100%;background:#fff}.difference{position:relative}.difference img+img{position:absolute;inset:0;mix-blend-mode:difference}
</style><h1>${changed.length} of ${compared.length} pictures changed or are new</h1>${lost}${rows.join('\n')}</html>`
  )
}
