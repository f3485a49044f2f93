// What the machine can do at all: a bare node:http answer of one kilobyte, in a process of its own.
import { createServer } from 'node:http'

const body = 'x'.repeat(1024)
const server = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'text/plain' }).end(body))
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('disconnect', () => process.exit(0))
