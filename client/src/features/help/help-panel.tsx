import { useQueryClient } from '@tanstack/react-query'
import { whoDecides } from '@roundtable/shared/ability'
import type { DocumentView, WhoAmI, WorkspaceView } from '@roundtable/shared/protocol'
import { matchPath, useLocation } from 'react-router'
import type { SaveState } from '../../connection/index.js'
import { isMacKeyboard } from '../../lib/keyboard.js'
import { useMedia } from '../../lib/use-media.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { Dialog } from '../../ui/dialog.js'
import { Icon, type IconName } from '../../ui/icon.js'
import { Link } from '../../ui/link.js'
import { WhoDecides } from '../workspace/index.js'
import { shortcutsAt } from './keys.js'
import './help.css'

/** In the order in which what is typed goes through them. */
const SAVE_STATES: Readonly<Record<SaveState['kind'], IconName>> = {
  saved: 'saved',
  saving: 'saving',
  unfinished: 'unfinished',
  on_device: 'device',
  reconnecting: 'reconnecting',
  read_only: 'readOnly',
  needs_attention: 'attention'
}

/** What a newcomer to the field meets on its pages. */
const WORDS = [
  ...(['framework', 'initiative', 'side', 'seat', 'delegate', 'mandate', 'cso'] as const),
  ...(['nso', 'stage', 'clause', 'pseudonym', 'microdata', 'metadata', 'disclosure'] as const)
]

interface HelpPanelProps {
  readonly session: WhoAmI | null
  readonly onClose: () => void
}

/** Help with the page that is open: its keys, what it says about saving, who decides there, whom to ask. It needs no network. */
export function HelpPanel({ session, onClose }: HelpPanelProps) {
  const { t } = useText()
  const { pathname } = useLocation()
  const place = usePlace(pathname)
  const command = isMacKeyboard() ? '⌘' : 'Ctrl'
  const isTouched = useMedia('(pointer: coarse)')
  const states = Object.entries(SAVE_STATES) as [SaveState['kind'], IconName][]
  const keys = (
    <section className="stack stack--tight" aria-labelledby="help-keys">
      <h3 id="help-keys">{t('help.keys')}</h3>
      <dl className="help__pairs">
        {shortcutsAt(pathname, command, session !== null).map((shortcut) => (
          <div key={shortcut.means}>
            <dt>
              {shortcut.keys.map((key) => (
                <kbd key={key} className="help__key">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(shortcut.means)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
  return (
    <Dialog title={t('shell.help')} isOpen onClose={onClose}>
      <section className="stack stack--tight" aria-labelledby="help-decides">
        <h3 id="help-decides">{t('help.decides')}</h3>
        {place?.decides ? <WhoDecides decides={place.decides} /> : <p>{t('help.decides.elsewhere')}</p>}
      </section>
      {!isTouched && keys}
      <section className="stack stack--tight" aria-labelledby="help-saving">
        <h3 id="help-saving">{t('help.saving')}</h3>
        <p>{t('help.saving.lead')}</p>
        <dl className="help__pairs">
          {states.map(([kind, icon]) => (
            <div key={kind}>
              <dt>
                <Icon name={icon} /> {t(kind === 'saving' ? 'help.saving.name' : `help.${kind}`)}
              </dt>
              <dd>{t(`help.${kind}.means`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="stack stack--tight" aria-labelledby="help-network">
        <h3 id="help-network">{t('help.network')}</h3>
        <p>{t('help.network.lead')}</p>
      </section>
      <section className="stack stack--tight" aria-labelledby="help-people">
        <h3 id="help-people">{t('help.people')}</h3>
        {place && (
          <p>
            {t('help.people.here')} <HelpLink to={`/initiatives/${place.workspaceId}/people`} {...{ onClose }} />
          </p>
        )}
        <p>{t('help.people.elsewhere')}</p>
      </section>
      <section className="stack stack--tight" aria-labelledby="help-words">
        <h3 id="help-words">{t('help.words')}</h3>
        <dl className="help__pairs">
          {WORDS.map((word) => (
            <div key={word}>
              <dt>{t(`help.word.${word}`)}</dt>
              <dd>{t(`help.word.${word}.means`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {isTouched && keys}
      <div className="row">
        <Button onPress={onClose}>{t('help.close')}</Button>
      </div>
    </Dialog>
  )
}

/** A link in a dialog: the dialog goes with following it. */
function HelpLink({ to, onClose }: { readonly to: string; readonly onClose: () => void }) {
  const { t } = useText()
  return (
    <span onClick={onClose}>
      <Link to={to}>{t('help.people.link')}</Link>
    </span>
  )
}

interface Place {
  readonly workspaceId: string
  readonly decides: string
}

/** The initiative or document of the page, as far as it has come; null elsewhere. Nothing is asked of the server. */
function usePlace(pathname: string): Place | null {
  const client = useQueryClient()
  const documentId = matchPath('/documents/:id', pathname)?.params.id
  const workspaceId = matchPath('/initiatives/:id/*', pathname)?.params.id
  const document = client.getQueryData<DocumentView>(['document', documentId])
  const workspace = client.getQueryData<WorkspaceView>(['workspace', workspaceId])
  if (document) return { workspaceId: document.workspaceId, decides: document.whoDecides }
  return workspace ? { workspaceId: workspace.id, decides: whoDecides('PROF', workspace.modality) } : null
}
