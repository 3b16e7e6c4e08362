import { useEffect, useRef } from 'react'

export interface FoundGroup {
  readonly id: string
  readonly name: string
  readonly options: readonly FoundOption[]
}

export interface FoundOption {
  readonly id: string
  readonly name: string
  /** Where it stands; empty when that needs no saying. */
  readonly where: string
}

interface FoundListProps {
  readonly id: string
  readonly label: string
  readonly groups: readonly FoundGroup[]
  /** The option that Enter takes. */
  readonly active: string | null
  readonly onChoose: (id: string) => void
}

/** The element's id of an option: the field names it as the active one. */
export const optionId = (list: string, option: string): string => `${list}-${encodeURIComponent(option)}`

/** What was found, in groups. The focus stays in the field, which names the active option (ARIA's combobox pattern). */
export function FoundList({ id, label, groups, active, onChoose }: FoundListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className="finder__list">
      {groups.map((group) => (
        <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
          <div id={`${id}-${group.id}`} role="presentation" className="menu__header">
            {group.name}
          </div>
          {group.options.map((option) => (
            <div
              key={option.id}
              id={optionId(id, option.id)}
              role="option"
              aria-selected={option.id === active}
              className="menu__item finder__item"
              data-focused={option.id === active || undefined}
              onClick={() => onChoose(option.id)}
            >
              <span>
                <bdi>{option.name}</bdi>
              </span>
              {option.where !== '' && (
                <span className="caption finder__where">
                  <bdi>{option.where}</bdi>
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
