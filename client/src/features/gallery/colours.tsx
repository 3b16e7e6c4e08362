import { useText } from '../../locales/use-text.js'
import { Icon } from '../../ui/icon.js'
import { Specimen, State } from './specimen.js'

const POSITIONS = [
  { position: 'support', icon: 'saved' },
  { position: 'liveWith', icon: 'info' },
  { position: 'object', icon: 'close' }
] as const
const HEAT = [0, 1, 2, 3, 4] as const

export function ColourSpecimens() {
  const { t } = useText()
  return (
    <Specimen title={t('gallery.colours')} lead={t('gallery.coloursLead')}>
      {POSITIONS.map(({ position, icon }) => (
        <State key={position} name={t('gallery.position')}>
          <p className="specimen-position" data-position={position}>
            <Icon name={icon} /> {t(`gallery.position.${position}`)}
          </p>
        </State>
      ))}
      <State name={t('gallery.heat')}>
        <ol className="specimen-heat">
          {HEAT.map((step) => (
            <li key={step} data-heat={step}>
              {t('gallery.heatStep', { n: step })}
            </li>
          ))}
        </ol>
      </State>
      <State name={t('gallery.labels')}>
        <p className="row">
          <span className="tag">{t('gallery.word')}</span>
          <span className="tag tag--state">{t('gallery.word')}</span>
          {(['plain', 'good', 'caution', 'danger'] as const).map((tone) => (
            <span key={tone} className={`pill pill--${tone}`}>
              <Icon name="info" /> {t(`gallery.tone.${tone}`)}
            </span>
          ))}
        </p>
      </State>
      <State name={t('gallery.card')}>
        <div className="card">
          <p>{t('gallery.words')}</p>
        </div>
      </State>
    </Specimen>
  )
}
