import { expect, test } from 'vitest'
import { readTaxonomyRows } from '@/db/seed/taxonomy-rows'
import { buildTaxonomy } from './build'
import { taxonomyRules } from './rules'
import { readSkills } from './skills'

const taxonomy = buildTaxonomy(readTaxonomyRows(), taxonomyRules)
const slugsIn = (text: string, company?: string) =>
  readSkills(taxonomy, text, company === undefined ? {} : { company })
    .map(({ slug }) => slug)
    .sort()
    .join(' ')

/** Invented sentences, and the skills that stand in them, in the order of the alphabet. */
const sentences: [sentence: string, slugs: string][] = [
  // Go, R, C
  ['You have shipped services in Go.', 'go'],
  ['Python, Go and Rust are all fine.', 'go python rust'],
  ['We write Go/Java.', 'go java'],
  ['A Go developer with patience.', 'go'],
  ['Our go to market plan starts in May.', ''],
  ['Ready to go? We go live in June.', ''],
  ['A real go-getter who will Go the extra mile.', ''],
  ['We ship our goods daily, so let us go.', ''],
  ['Go is what we ask of nobody.', ''],
  ['Experience with R or Python.', 'python r-language'],
  ['R programming for field trials.', 'r-language'],
  ['The R&D budget grows.', ''],
  ['Section R of the form.', ''],
  ['Embedded firmware in C and C++.', 'c-language cpp firmware'],
  ['Proficient in C, with some assembly work.', 'c-language'],
  ['We closed our Series C last year.', ''],
  ['Talk to C-level buyers and the C-suite.', ''],
  ['Rich in vitamin C and zinc.', ''],
  ['C# or F# on .NET.', 'csharp dotnet fsharp'],
  ['You know C++17 inside out.', 'cpp'],
  ['A language (Python or Go) for scripts.', 'go python'],
  ['Solid skills in Go for operators.', 'go'],
  // Spring, REST, Excel, Express
  ['Java and Spring Boot services.', 'java spring'],
  ['Java, Spring and Hibernate.', 'hibernate java spring'],
  ['Starts in spring 2025.', ''],
  ['Spring is when our season opens.', ''],
  ['A Spring 2026 internship at the farm.', ''],
  ['Design REST APIs for partners.', 'rest-api'],
  ['Talk to REST endpoints all day.', 'rest-api'],
  ['Rest assured, the rest of the team helps.', ''],
  ['Time to REST and recover.', ''],
  ['Microsoft Excel and PowerPoint.', 'excel powerpoint'],
  ['Advanced Excel skills.', 'excel'],
  ['You will excel in this role.', ''],
  ['Excel at what you do.', ''],
  ['People Excel here because of trust.', ''],
  ['Node.js with Express and TypeScript.', 'express nodejs typescript'],
  ['Candidates may express interest by post.', ''],
  ['Express shipping leaves at noon.', ''],
  // Names that are words
  ['Swift or Kotlin on mobile.', 'kotlin swift'],
  ['A swift answer is kind.', ''],
  ['Swift action saves lives.', ''],
  ['Experience with Ruby on Rails.', 'ruby-on-rails'],
  ['Ruby, Python or PHP.', 'php python ruby'],
  ['Ruby joined the choir in May.', ''],
  ['You love Rust and know why.', 'rust'],
  ['Remove rust from old pipes.', ''],
  ['Flutter and Dart for our app.', 'dart flutter'],
  ['We play darts on Fridays.', ''],
  ['Build our site with React and Redux.', 'react redux'],
  ['You react quickly to alarms.', ''],
  ['React to alarms within minutes.', ''],
  ['Node, React and GraphQL.', 'graphql nodejs react'],
  ['Every lymph node is scanned.', ''],
  ['Ansible, Puppet or Chef.', 'ansible chef puppet'],
  ['Our chef cooks lunch.', ''],
  ['The Chef reports to the owner.', ''],
  ['A puppet theatre for children.', ''],
  ['HashiCorp Vault and Consul for secrets.', 'consul hashicorp-vault'],
  ['The bank vault opens at nine.', ''],
  ['Tests in Jest and Cypress.', 'cypress jest'],
  ['She said it in jest.', ''],
  ['Cypress trees line the road.', ''],
  ['Word, Excel and Outlook.', 'excel microsoft-word outlook'],
  ['Most guests come by word of mouth.', ''],
  ['The outlook for growers is good.', ''],
  ['Microsoft Access databases.', 'microsoft-access'],
  ['You have access to a car.', ''],
  ['Slack, Zoom and Google Docs.', 'google-docs slack zoom'],
  ['No time to slack off.', ''],
  ['You have no notion of fear.', ''],
  ['Tools such as Notion and Linear.', 'linear notion'],
  ['A linear career is rare.', ''],
  ['Linear algebra helps.', 'linear-algebra'],
  ['Jira, Asana and Trello.', 'asana jira trello'],
  ['Segment, Mixpanel and Amplitude.', 'amplitude mixpanel segment'],
  ['The enterprise segment grows.', ''],
  ['The amplitude of the wave.', ''],
  ['Warehouses such as Snowflake and BigQuery.', 'bigquery snowflake'],
  ['Every snowflake is unique.', ''],
  ['Spark, Hive and Hadoop.', 'hadoop hive spark'],
  ['Spark joy in our visitors.', ''],
  ['A hive of bees.', ''],
  ['PL/SQL on Oracle Database.', 'oracle-database'],
  ['Be the oracle of our numbers.', ''],
  ['Systems such as Workday and NetSuite.', 'netsuite workday'],
  ['Your workday ends at five.', ''],
  ['An ATS like Greenhouse or Lever.', 'applicant-tracking-systems greenhouse lever'],
  ['Tomatoes from our greenhouse.', ''],
  ['Price is a lever to pull.', ''],
  ['EHR systems (Epic, Cerner).', 'cerner ehr epic-ehr'],
  ['An epic journey awaits.', ''],
  ['Salesforce, Gong and Outreach.', 'gong outreach salesforce'],
  ['Community outreach on weekends.', ''],
  ['Figma, Sketch or Framer.', 'figma framer sketch'],
  ['Sketch your idea on paper.', ''],
  ['Games in Unity with C#.', 'csharp unity'],
  ['We believe in unity of purpose.', ''],
  ['Maya, Blender and Houdini.', 'blender houdini maya'],
  ['Maya runs the bakery.', ''],
  ['Put it in the blender.', ''],
  ['Docker, Helm and Terraform.', 'docker helm terraform'],
  ['At the helm of our ship.', ''],
  ['Version control with Git.', 'git'],
  ['Bash or Python scripts.', 'bash python'],
  ['Selenium, Playwright and Cucumber.', 'cucumber playwright selenium'],
  ['A playwright in residence.', ''],
  ['Cucumber salad for lunch.', ''],
  ['Distributed training with PyTorch and Ray.', 'pytorch ray'],
  ['A ray of hope.', ''],
  ['Phoenix, Arizona is hot.', ''],
  ['Elixir and Phoenix in production.', 'elixir phoenix'],
  ['Payments with Stripe, Twilio and PostgreSQL.', 'postgresql stripe'],
  ['A zebra has stripes.', ''],
  ['Coding with Cursor and GitHub Copilot.', 'cursor github-copilot'],
  ['Move the cursor to the left.', ''],
  // Spellings
  ['k8s, Postgres and JS.', 'javascript kubernetes postgresql'],
  ['JS/TS, NodeJS and Vue.js.', 'javascript nodejs typescript vue'],
  ['GCP or Amazon Web Services.', 'aws google-cloud'],
  ['ICH GCP in clinical trials.', 'gcp-clinical'],
  ['ASP.NET Core and C sharp.', 'csharp dotnet'],
  ['MS Office and Office 365.', 'microsoft-365 microsoft-office'],
  ['Power Point and MS Excel.', 'excel powerpoint'],
  ['A/B tests and AB testing.', 'ab-testing'],
  ['Continuous delivery with GitLab CI.', 'ci-cd gitlab-ci'],
  ['Close the books under US GAAP.', 'gaap'],
  ['See https://github.com/kubernetes for more.', ''],
  ['Write to python@farm.example today.', ''],
  // Short forms
  ['CAD drawings in SolidWorks.', 'cad solidworks'],
  ['Pay is CAD 90,000.', ''],
  ['An active CPA license.', 'cpa'],
  ['Lower CPA and higher ROAS.', ''],
  ['SEO and SEM campaigns.', 'sem seo'],
  ['Images from the SEM microscope.', ''],
  ['Kotlin for Android.', 'kotlin'],
  ['An iOS developer at heart.', 'ios-development'],
  ['Our iOS team is small.', ''],
  // Fields
  ['Five years of experience in payroll.', 'payroll'],
  ['Payroll taxes are ours to pay.', ''],
  ['Project management skills.', 'project-management'],
  ['You report to the project management office.', ''],
  ['Knowledge of accounting principles.', 'accounting'],
  ['The accounting team sits upstairs.', ''],
  ['Work closely with customer success teams.', ''],
  ['Experience in customer service.', 'customer-service'],
  ['An AI company with AI-powered tools.', ''],
  ['Understanding of statistics.', 'statistics'],
  ['A degree in statistics or economics.', ''],
  ['Knowledge of HIPAA.', 'hipaa'],
  ['We are HIPAA compliant.', ''],
  ['Lean manufacturing and Six Sigma.', 'lean six-sigma'],
  ['A lean team that leans on you.', ''],
  ['Run agile ceremonies as a scrum master.', 'agile'],
  ['Experience with agile and Kanban.', 'agile kanban'],
  ['The machine learning team is next door.', ''],
  ['You train machine learning models.', 'machine-learning'],
  ['- TypeScript\n- React\n- Go', 'go react typescript'],
  ['- Bring your tools\n- Go', ''],
  ['Documentation: Notion', 'notion'],
  ['Customer onboarding at its best.', ''],
  ['New hire onboarding and offboarding.', 'employee-onboarding'],
  ['ERP systems such as Oracle and SAP.', 'erp sap'],
  ['Oracle, MySQL or PostgreSQL.', 'mysql oracle-database postgresql'],
  ['Keep up with CMS and Medicare rules.', ''],
  ['A headless CMS such as Contentful.', 'cms contentful'],
  ['Experience with UI frameworks.', ''],
  ['UI/UX design skills.', 'ux-design'],
  ['Services powered by Kafka and Redis.', 'kafka redis'],
  ['Powered by WordPress.', ''],
  ['Security clearance: none.', ''],
  ['Hold an active security clearance.', 'security-clearance'],
  ['A degree in mathematics or operations research.', ''],
  ['A degree in physics and experience in deep learning.', 'deep-learning'],
  ['Building code that lasts.', ''],
  ['Follow local building codes.', 'building-codes'],
  ['Collaborate with design, SEO and DevOps to ship pages.', ''],
  ['Partner with engineers to build data pipelines.', 'data-pipelines'],
  ['Audit logging for all.', ''],
  // Soft skills
  ['Experience mentoring junior engineers.', 'mentoring'],
  ['Mentorship from our founders.', ''],
  ['Strong communication skills.', 'communication'],
  ['The communications team writes the news.', ''],
  ['Report to senior leadership.', ''],
  ['Join our leadership team.', ''],
  ['Proven leadership in crises.', 'leadership'],
  ['Excellent collaboration and negotiation skills.', 'collaboration negotiation'],
  ['Our culture of collaboration.', ''],
  ['You are a team player with empathy.', 'teamwork'],
  ['Attention to detail and problem-solving skills.', 'attention-to-detail problem-solving'],
  ['A self-starter with great time management skills.', 'self-motivation time-management'],
  ['Leave and time management for staff.', ''],
  ['Paid time off.', ''],
  ['We value creativity.', ''],
  ['Strong creativity.', 'creativity'],
  // Negations
  ['No Python required.', ''],
  ['Python is not required.', ''],
  ['Knowledge of Java is not needed.', ''],
  ['No prior experience with Salesforce.', ''],
  ['Not only Java, also Kotlin.', 'java kotlin'],
  ['You do not need Kubernetes here.', ''],
  ['SQL is no longer used.', ''],
  // Others
  ['Customers such as Shopify and Databricks.', ''],
  ['Trusted by Salesforce, Okta and GitHub.', ''],
  ['Backed by the founders of HubSpot.', ''],
  ['Alumni of Cloudflare and MongoDB.', ''],
  ['Our founder was formerly at Datadog.', ''],
  ['Companies like Snowflake and Stripe.', ''],
  ['Friends from Uber, Airbnb and Shopify.', ''],
  ['It is consulting, not SaaS sales.', ''],
  ['Everything from product strategy to user experience.', ''],
  ['Sales performance optimization.', ''],
  ['Database performance tuning.', 'performance-optimization'],
  ['Our careers site runs on WordPress.', ''],
  ['This form is powered by Greenhouse.', ''],
  ['A yearly stipend for Python courses.', ''],
]

test.each(sentences)('%s → %s', (sentence, slugs) => {
  expect(slugsIn(sentence)).toBe(slugs)
})

test('there are more than 150 sentences, each once', () => {
  expect(new Set(sentences.map(([sentence]) => sentence)).size).toBe(sentences.length)
  expect(sentences.length).toBeGreaterThan(150)
})

test('what the company is called is no skill', () => {
  const text = 'We use Databricks, Python and Kafka.'
  expect(slugsIn(text)).toBe('databricks kafka python')
  expect(slugsIn(text, 'Databricks Bakery Inc.')).toBe('kafka python')
  expect(slugsIn(text, '')).toBe('databricks kafka python')
})

test('a heading or a sentence that calls the company by the name of a product takes it for no skill', () => {
  expect(slugsIn('About Datadog\n\nPython and Datadog all day.')).toBe('python')
  expect(slugsIn('At Figma, we draw. You know Figma and React.')).toBe('react')
  expect(slugsIn('At work you use Figma.')).toBe('figma')
})

test('a part about benefits names no skill, until the next part begins', () => {
  const text = '## What you bring\n\n- Python\n\n## Benefits\n\n- Figma lessons\n\n## Your stack\n\n- Kafka'
  expect(slugsIn(text)).toBe('kafka python')
})

test('words of two paragraphs, or parted by a comma, are no name; those of a wrapped line are', () => {
  expect(slugsIn('The closing of accounts\npayable.')).toBe('accounts-payable')
  expect(slugsIn('We need Ruby on\n\nRails. Power, point, click.')).toBe('')
})
