import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const APP = join(__dirname, '../../../client/dist/app')

/** The built client as the next build would be: its first file has another name, which everything that names it knows. */
export function renewedBuild(): ReadonlyMap<string, string> {
  const page = readFileSync(join(APP, 'index.html'), 'utf8')
  const [, first = ''] = /src="\/assets\/([^"]+)\.js"/.exec(page) ?? []
  const renewed = (text: string): string => text.replaceAll(first, `${first}-renewed`)
  const files = new Map(
    readdirSync(join(APP, 'assets'))
      .filter((file) => file.endsWith('.js'))
      .map((file) => [`/assets/${renewed(file)}`, renewed(readFileSync(join(APP, 'assets', file), 'utf8'))])
  )
  const integrity = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
  const worker = readFileSync(join(APP, 'sw.js'), 'utf8')
  const named = renewed(worker)
    .replace(/"name":"[^"]+"/, '"name":"renewed"')
    .replace(integrity(page), integrity(renewed(page)))
  return files.set('/index.html', renewed(page)).set('/sw.js', named)
}
