import { z } from 'zod'

/** Control and direction characters would let a name look like another, or like none. */
const VISIBLE = /^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+$/u

/** One line of words that others read: a title, a name. */
export const lineSchema = (most: number) =>
  z.string().trim().min(1, 'write something here').max(most, `at most ${most} characters`).regex(VISIBLE, 'letters that can be seen')

/** Words may be of several lines and of any script; the database holds no null character and no half of a letter. */
const WORDS = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u

/** Words of several lines, perhaps none: a reason, a note. */
export const wordsSchema = (most: number) =>
  z.string().trim().max(most, `at most ${most} characters`).regex(WORDS, 'letters, spaces and line breaks')

/** A reason that has to be given. */
export const reasonSchema = z
  .string()
  .trim()
  .min(1, 'say why')
  .max(2000, 'at most 2000 characters')
  .regex(WORDS, 'letters, spaces and line breaks')
