import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { findProgram, Program } from './program.mjs'

/**
 * The machine's nginx on a port of the loopback with the very configuration of the container. `nodes`: host:port each;
 * `templates`: the folder `docker/nginx`; `directory`: an empty one of its own. Throws where there is no nginx, or when it
 * does not take its configuration.
 */
export async function startNginx({ nodes, port, templates, directory, tls, detached = false }) {
  const configuration = writeConfiguration({ nodes, listen: `127.0.0.1:${port}`, templates, directory, tls })
  const words = ['-e', 'stderr', '-p', directory, '-c', configuration, '-g', 'daemon off;']
  const nginx = new Program(findProgram('nginx') ?? 'nginx', words, { detached })
  await nginx.ready(() => accepts(port))
  return nginx
}

/** Writes nginx.conf and what it includes, as the container's entrance does, and answers its path. `tls`: see tls.conf.template. */
function writeConfiguration({ nodes, listen, templates, directory, tls }) {
  const values = {
    RT_NODES: nodes.map((node) => `server ${node} max_fails=3 fail_timeout=2s;`).join(' '),
    RT_LISTEN: listen,
    RT_RUN: directory,
    RT_ACCESS_LOG: join(directory, 'access.log'),
    ...(tls && { RT_PUBLIC_URL: tls.publicUrl, RT_TLS_LISTEN: tls.listen, RT_TLS_CERTIFICATE: tls.certificate, RT_TLS_KEY: tls.key })
  }
  mkdirSync(directory, { recursive: true })
  // Where root starts it, its workers are somebody else.
  chmodSync(directory, 0o755)
  fill('nginx.conf', 'nginx.conf')
  fill(tls ? 'tls.conf' : 'site.conf', 'site.conf')
  copyFileSync(join(templates, 'locations.conf'), join(directory, 'locations.conf'))
  writeFileSync(join(directory, 'mime.types'), '') // the nodes say of what type each answer is
  return join(directory, 'nginx.conf')

  function fill(template, name) {
    const text = readFileSync(join(templates, `${template}.template`), 'utf8')
    writeFileSync(join(directory, name), filledIn(text, values))
  }
}

/** As envsubst does: what is given is put in; nginx's own variables stay. */
function filledIn(text, values) {
  return text.replace(/\$\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole))
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const done = (isThere) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
  })
}
