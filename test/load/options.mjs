import { parseArgs } from 'node:util'
import { StepError } from '../../server/bootstrap/steps.mjs'

/** `--scenario a,b --servers a,b --quick --out FILE`. Throws `StepError` naming what it does not know, and what there is. */
export function readOptions(words, { scenarios, servers }) {
  const { values } = parsed(words)
  return {
    isQuick: values.quick ?? false,
    out: values.out,
    scenarios: chosen('scenario', values.scenario, scenarios),
    servers: chosen('server', values.servers, servers)
  }
}

function parsed(words) {
  const text = { type: 'string' }
  try {
    return parseArgs({ args: words, options: { scenario: text, servers: text, out: text, quick: { type: 'boolean' } } })
  } catch (error) {
    throw new StepError(`${error.message} It takes --scenario, --servers, --quick and --out.`, { cause: error })
  }
}

function chosen(what, given, known) {
  const wanted = given?.split(',') ?? known
  const unknown = wanted.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new StepError(`There is no ${what} "${unknown.join('", "')}". There is: ${known.join(', ')}.`)
  return known.filter((name) => wanted.includes(name))
}
