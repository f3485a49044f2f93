import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

/** One read by primary key and nothing else: what Next, node-postgres and this machine can do at all. */
export async function GET(_, { params }) {
  const { id } = await params
  const { rows } = await pool.query(
    'select public_id, title, slug, company_id, first_published_at from jobs where id = $1',
    [id],
  )
  return Response.json(rows[0] ?? null)
}
