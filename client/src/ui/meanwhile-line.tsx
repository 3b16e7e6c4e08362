import { useRef } from 'react'
import { beginning } from '../lib/beginning.js'
import { useText } from '../locales/use-text.js'
import { Button } from './button.js'

/** How much of it is shown; all of it is in the field as soon as it is taken. */
const MOST_LETTERS = 300

interface MeanwhileLineProps {
  /** Of the sentence, for the field that it is about. */
  readonly id: string
  readonly label: string
  /** What is stored by now, as it is read; empty where it was taken out. */
  readonly became: string
  readonly insist: () => void
  readonly giveUp: () => void
}

/** Inside a `.field`: what came to be stored while somebody wrote there, and the two ways on. Both leave the focus in the field. */
export function MeanwhileLine({ id, label, became, insist, giveUp }: MeanwhileLineProps) {
  const { t } = useText()
  const ways = useRef<HTMLDivElement>(null)
  // The buttons go with the act.
  function focusOnField() {
    ways.current?.closest('.field')?.querySelector<HTMLElement>('input, textarea')?.focus()
  }

  return (
    <>
      <span id={id} className="field__error field__said" role="alert">
        {became === '' ? t('draft.emptied') : t('draft.became', { value: beginning(became, MOST_LETTERS) })}
      </span>
      <div ref={ways} className="row no-print">
        <Button
          onPress={() => {
            focusOnField()
            insist()
          }}
        >
          {t('draft.mine')}
          <span className="visually-hidden"> {label}</span>
        </Button>
        <Button
          onPress={() => {
            focusOnField()
            giveUp()
          }}
        >
          {t('draft.theirs')}
          <span className="visually-hidden"> {label}</span>
        </Button>
      </div>
    </>
  )
}
