import { useState } from 'react'
import { useText } from '../../../../locales/use-text.js'
import { useAnnounce } from '../../../../ui/announcer.js'
import { laterChunk } from '../later-chunk.js'

/**
 * Pasting into a text: what the text cannot hold is left out, and said in a line and by voice. Where the part that knows has
 * not come, the editor's schema alone cuts a paste down, and nobody can count what it drops.
 */
export function usePaste() {
  const text = useText()
  const announce = useAnnounce()
  const [leftOut, setLeftOut] = useState<string | null>(null)

  function say(sentence: string | null) {
    setLeftOut(sentence)
    if (sentence !== null) announce(sentence)
  }

  return {
    /** What the last paste could not bring along, as a sentence. */
    leftOut,
    forget: () => setLeftOut(null),
    transformHtml: (html: string): string => {
      // Looked up when it is needed: the editor keeps the functions it was made with.
      const part = laterChunk.getSnapshot().value
      if (!part) return html
      const read = part.readPaste(html, text)
      say(read.said)
      return read.html
    },
    notePictures: (event: ClipboardEvent) => {
      const said = laterChunk.getSnapshot().value?.saidOfPictures(event, text)
      if (said != null) say(said)
    }
  }
}
