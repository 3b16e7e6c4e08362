import { z } from 'zod'

/** SHA-256 of a document's canonical JSON, in hexadecimal: of what somebody had before them when they acted. */
export const contentHashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal')
