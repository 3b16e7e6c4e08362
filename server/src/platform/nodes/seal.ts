import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals what nodes tell each other (AES-256-GCM, NIST SP 800-38D; the channel is bound in): whoever else reads or writes in
 * Redis learns nothing and can tell the nodes nothing. `secret`: what all nodes of this installation share.
 */
export class Seal {
  readonly #key: Buffer

  constructor(secret: string, installation: string) {
    this.#key = createHmac('sha256', secret).update(`between the nodes of ${installation}`).digest()
  }

  /** The same for all nodes, and telling nothing of the key. */
  get namespace(): string {
    return createHmac('sha256', this.#key).update('namespace').digest('base64url').slice(0, 16)
  }

  close(channel: string, message: Buffer): Buffer {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(channel))
    return Buffer.concat([nonce, cipher.update(message), cipher.final(), cipher.getAuthTag()])
  }

  /** Throws on what no node of this installation has sealed for this channel. */
  open(channel: string, sealed: Buffer): Buffer {
    const [end, nonce] = [sealed.length - TAG_BYTES, sealed.subarray(0, NONCE_BYTES)]
    if (end < NONCE_BYTES) throw new Error('too short to be sealed')
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(channel))
    decipher.setAuthTag(sealed.subarray(end))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()])
  }
}
