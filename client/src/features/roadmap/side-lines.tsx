import type { TaskFacts } from '@roundtable/shared/protocol'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { Said } from '../../ui/said.js'

interface SideLinesProps {
  readonly sides: TaskFacts['sides']
  readonly isOpen: boolean
}

/** What each side that a task concerns says of it: done, not yet, or nothing; open, in whose words. */
export function SideLines({ sides, isOpen }: SideLinesProps) {
  const { t } = useText()
  const { day } = useFormat()
  return (
    <ul className="standing__lines">
      {sides.map(({ side, isDone, voices }) => (
        <li key={side} className="standing__line">
          <p>
            {t(isDone === null ? 'standing.side.nothing' : isDone ? 'standing.side.done' : 'standing.side.notYet', {
              side: t(`sideTitle.${side}`)
            })}
          </p>
          {isOpen &&
            voices.map((voice) => (
              <div key={`${voice.name} ${voice.at}`} className="stack stack--tight">
                {voice.note !== '' && <Said>{voice.note}</Said>}
                <p className="caption muted">
                  <span className="names">
                    {t(voice.isDone ? 'standing.voice.done' : 'standing.voice.notYet', {
                      name: voice.name,
                      by: voice.saidBy,
                      at: day(new Date(voice.at))
                    })}
                  </span>
                </p>
              </div>
            ))}
        </li>
      ))}
    </ul>
  )
}
