import { fileURLToPath } from 'node:url'
import { Program } from './program.mjs'

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** One node: the built server with this environment. Resolves when it is ready; throws, with its own words, when it does not start. */
export async function startNode({ environment }) {
  const node = new Program(process.execPath, [MAIN], { env: environment, detached: true })
  await node.ready(() => node.output.includes('Roundtable is ready'))
  return node
}
