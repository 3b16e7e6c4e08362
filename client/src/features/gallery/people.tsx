import { useText } from '../../locales/use-text.js'
import { PersonMark } from '../../ui/person-mark.js'
import { Specimen, State } from './specimen.js'

const COLOURS = 6
const SHAPES = 4
const marks = Array.from({ length: COLOURS * SHAPES }, (_, color) => color)

export function PeopleSpecimens() {
  const { t } = useText()
  return (
    <Specimen title={t('gallery.person')} lead={t('gallery.personLead')}>
      <State name={t('gallery.state.rest')}>
        <ul className="row">
          {marks.map((color) => (
            <li key={color}>
              <PersonMark name={t('gallery.personName')} color={color} />
            </li>
          ))}
        </ul>
      </State>
      <State name={t('gallery.withoutColour')}>
        <PersonMark name={t('gallery.personName')} color={null} />
      </State>
      <State name={t('gallery.state.otherScripts')}>
        <span className="row">
          <PersonMark name={t('gallery.personArabic')} color={1} />
          <PersonMark name={t('gallery.personKyrgyz')} color={4} />
          <PersonMark name={t('gallery.personOneWord')} color={9} />
        </span>
      </State>
    </Specimen>
  )
}
