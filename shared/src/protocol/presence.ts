import { z } from 'zod'

const whole = z.int().min(0)
const itemId = z.strictObject({ client: whole, clock: whole })

/**
 * A place in a document as Yjs writes a relative position into JSON. It names a type, a root or an item: Yjs throws on
 * one that names nothing.
 */
const placeSchema = z
  .strictObject({
    type: itemId.nullish(),
    tname: z.string().max(100).nullish(),
    item: itemId.nullish(),
    assoc: z.int().min(-1).max(1).nullish()
  })
  .refine(({ type, tname, item }) => type != null || tname != null || item != null)

/** A selection in somebody's presence: `cursor` in a rich text, `place` anywhere else. */
export const selectionSchema = z.strictObject({ anchor: placeSchema, head: placeSchema })
