import type { PersonService } from '../../identity/index.js'
import { aboutSomebody } from './somebody.js'

/** Another recovery phrase for somebody who has lost theirs and the password. Whoever runs this knows whom they hand it to. */
export function newPhrase(args: readonly string[], people: PersonService): Promise<string> {
  return aboutSomebody('new-phrase', args, async (handle) => {
    const phrase = await people.givePhrase(handle)
    return `Recovery phrase of ${handle}, shown only now: ${phrase}\nThe one before opens nothing any more, and ${handle} is signed out everywhere. With it they set a new password under "Come back with your phrase".`
  })
}
