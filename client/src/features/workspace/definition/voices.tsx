import type { DefinitionQuestion } from '@roundtable/shared/framework'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { Said } from '../../../ui/said.js'
import { answerWords } from './answer-words.js'
import { answerOf, inOrder, type Voice } from './definition.js'

interface VoicesProps {
  readonly question: DefinitionQuestion
  readonly voices: readonly Voice[]
}

/** What everybody says to one question, side by side and never averaged; the civic side first. */
export function Voices({ question, voices }: VoicesProps) {
  return (
    <ul className="voices">
      {inOrder(voices).map((voice) => (
        <VoiceItem key={voice.key} question={question} voice={voice} />
      ))}
    </ul>
  )
}

function VoiceItem({ question, voice }: { readonly question: DefinitionQuestion; readonly voice: Voice }) {
  const text = useText()
  const { t } = text
  const { day } = useFormat()
  const answer = answerOf(voice, question)
  return (
    <li className="voice" data-side={voice.side}>
      <p className="caption muted">
        {t(`sideTitle.${voice.side}`)} · <bdi>{voice.isMine ? t('definition.you', { name: voice.name }) : voice.name}</bdi>
        {!voice.counts && ` · ${t('definition.doesNotCount')}`}
      </p>
      {answer === undefined ? (
        <p className="muted">{t('definition.noAnswer')}</p>
      ) : (
        <>
          <p className="voice__answer">{answerWords(text, question, answer.value)}</p>
          {answer.reason === '' ? <p className="muted">{t('definition.noReason')}</p> : <Said>{answer.reason}</Said>}
          {answer.evidence.length > 0 && <Evidence lines={answer.evidence} />}
          <p className="caption muted">
            <span className="names">{t('form.said', { name: answer.answeredBy, at: day(new Date(answer.answeredAt)) })}</span>
          </p>
        </>
      )}
    </li>
  )
}

function Evidence({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useText()
  return (
    <div>
      <p className="caption muted">{t('definition.evidenceTitle')}</p>
      <ul className="evidence">
        {lines.map((line, index) => (
          <li key={index} dir="auto">
            {isWebAddress(line) ? (
              <a href={line} rel="noopener noreferrer">
                {line}
              </a>
            ) : (
              line
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function isWebAddress(line: string): boolean {
  return /^https?:\/\/\S+$/.test(line) && URL.canParse(line)
}
