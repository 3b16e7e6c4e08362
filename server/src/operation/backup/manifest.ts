import { z } from 'zod'

/** What a backup says of itself, inside. */
export const manifestSchema = z.object({
  /** By the database's clock: everything committed before is in, with all that it came with. */
  moment: z.string(),
  product: z.string(),
  /** Of the database server, in words. */
  server: z.string(),
  installation: z.string().nullable(),
  /** In the order they ran. */
  migrations: z.array(z.string()),
  tables: z.array(z.string())
})
export type Manifest = z.output<typeof manifestSchema>

/** The one key there is: hashes of invitations are made with it. */
export const SESSION_SECRET = 'session_secret'
