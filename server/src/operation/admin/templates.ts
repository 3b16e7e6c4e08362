import { templateSetSchema } from '@roundtable/shared/protocol'
import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import { parse } from '../../platform/parsed.js'
import type { TemplateService } from '../../template/index.js'
import { readOptions, UsageError } from './arguments.js'

const MOST_BYTES = 400_000

const nameSchema = z.object({ id: z.string('which set'), version: z.string('which version of it'), language: z.string().default('en') })

/** Adds a set of templates from a JSON file. Throws `UsageError` about the file, `bad_input` naming field and reason. */
export async function addTemplate([file, ...more]: readonly string[], templates: TemplateService): Promise<string> {
  if (file === undefined || more.length > 0) throw new UsageError('Which file? One set of templates a file.')
  const set = parse(templateSetSchema, await readJson(file))
  await templates.add(set)
  return `New documents begin with ${set.name}, ${set.version} (${set.language}): ${Object.keys(set.kinds).join(', ')}.`
}

/** Takes a set out of what new documents are offered; documents that have it keep it. */
export async function withdrawTemplate(args: readonly string[], templates: TemplateService): Promise<string> {
  const name = readOptions(nameSchema, args)
  await templates.withdraw(name)
  return `${name.id} ${name.version} (${name.language}) is no longer offered.`
}

async function readJson(file: string): Promise<unknown> {
  try {
    if ((await stat(file)).size > MOST_BYTES) throw new UsageError(`${file} is larger than ${MOST_BYTES / 1000} kB.`)
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
