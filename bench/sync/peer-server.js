// The peer's server in a process of its own: express-pouchdb with its defaults (leveldb) in the folder it is started in.
import express from 'express'
import expressPouch from 'express-pouchdb'
import PouchDB from 'pouchdb'

const app = express()
app.use('/db', expressPouch(PouchDB.defaults({ prefix: `${process.argv[2]}/` }), { inMemoryConfig: true }))
const server = app.listen(0, '127.0.0.1', () => console.log(`ready: http://127.0.0.1:${server.address().port}/db`))
