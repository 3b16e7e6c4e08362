import { useText } from '../../locales/use-text.js'
import { Button, type ButtonLook } from '../../ui/button.js'
import { IconButton } from '../../ui/icon-button.js'
import { CopyButton } from '../../ui/copy-button.js'
import { Icon, ICON_NAMES } from '../../ui/icon.js'
import { Link } from '../../ui/link.js'
import { Specimen, State } from './specimen.js'

const LOOKS: readonly ButtonLook[] = ['primary', 'secondary', 'quiet', 'danger', 'link']

export function ButtonSpecimens() {
  const { t } = useText()
  return (
    <>
      <Specimen title={t('gallery.button')} lead={t('gallery.buttonLead')}>
        {LOOKS.map((look) => (
          <State key={look} name={t(`gallery.look.${look}`)}>
            <div className="row">
              <Button look={look}>{t('gallery.act')}</Button>
              <Button look={look} icon="plus">
                {t('gallery.act')}
              </Button>
            </div>
          </State>
        ))}
        <State name={t('gallery.state.disabled')}>
          <div className="stack stack--tight">
            <div className="row">
              {LOOKS.map((look) => (
                <Button key={look} look={look} isDisabled aria-describedby={`why-disabled-${look}`}>
                  {t(`gallery.look.${look}`)}
                </Button>
              ))}
            </div>
            {LOOKS.map((look, index) => (
              <p key={look} id={`why-disabled-${look}`} className={index === 0 ? 'caption muted' : 'visually-hidden'}>
                {t('gallery.disabledBecause')}
              </p>
            ))}
          </div>
        </State>
        <State name={t('gallery.state.waiting')}>
          <Button look="primary" isPending>
            {t('gallery.act')}
          </Button>
        </State>
        <State name={t('gallery.state.long')}>
          <Button>{t('gallery.long')}</Button>
        </State>
        <State name={t('gallery.copyButton')}>
          <CopyButton words={t('gallery.words')} label={t('gallery.copy')} done={t('gallery.copied')} />
        </State>
      </Specimen>
      <Specimen title={t('gallery.iconButton')} lead={t('gallery.iconButtonLead')}>
        <State name={t('gallery.state.rest')}>
          <IconButton icon="more" label={t('gallery.more')} />
        </State>
        <State name={t('gallery.state.disabled')}>
          <IconButton icon="trash" label={t('gallery.remove')} isDisabled />
        </State>
      </Specimen>
      <Specimen title={t('gallery.link')}>
        <State name={t('gallery.linkInSentence')}>
          <p>
            {t('gallery.words')} <Link to="/gallery">{t('gallery.linkWords')}</Link>
          </p>
        </State>
        {(['primary', 'secondary', 'quiet'] as const).map((look) => (
          <State key={look} name={t(`gallery.look.${look}`)}>
            <Link to="/gallery" look={look}>
              {t('gallery.linkWords')}
            </Link>
          </State>
        ))}
        <State name={t('gallery.state.current')}>
          <Link to="/gallery" look="quiet" isCurrent>
            {t('gallery.linkWords')}
          </Link>
        </State>
      </Specimen>
      <Specimen title={t('gallery.icons')} lead={t('gallery.iconsLead')}>
        <State name={t('gallery.state.rest')}>
          <ul className="row specimen-icons">
            {ICON_NAMES.map((name) => (
              <li key={name}>
                <Icon name={name} />
                <code className="caption">{name}</code>
              </li>
            ))}
          </ul>
        </State>
      </Specimen>
    </>
  )
}
