import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isMessageKey, type MessageArguments, type MessageKey } from './catalogue.js'
import { isolated } from './isolated.js'
import { directionOf, formattingTag } from './locale.js'

export type Translate = (key: MessageKey, args?: MessageArguments) => string

export interface Text {
  readonly t: Translate
  /** A sentence whose key the server names; `otherwise` when this build does not know it. */
  readonly sentence: (key: string, otherwise: MessageKey, args?: MessageArguments) => string
  readonly locale: string
  readonly formatting: string
}

/** The only way components come to words. */
export function useText(): Text {
  const { t: translate, i18n } = useTranslation()
  return useMemo(() => {
    const direction = directionOf(i18n.language)
    const t: Translate = (key, args) => translate(key, isolated(args, direction))
    return {
      t,
      sentence: (key, otherwise, args) => t(isMessageKey(key) ? key : otherwise, args),
      locale: i18n.language,
      formatting: formattingTag(i18n.language)
    }
  }, [translate, i18n.language])
}
