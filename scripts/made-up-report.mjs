// Made-up reports of any size for the checks of reports. Nothing in them is, or looks like, a real secret.

const RULES = [
  [
    'stripe-live-secret-key',
    'Stripe live secret key',
    'stripe',
    'critical',
    'Reads customers and moves money on the live account.',
    'Roll the key at https://dashboard.stripe.com/apikeys.',
    'https://docs.stripe.com/keys',
    'sk_live_…',
  ],
  [
    'aws-access-key',
    'AWS access key',
    'aws',
    'critical',
    'Acts as the user it belongs to, in every region.',
    'Deactivate it at https://console.aws.amazon.com/iam, then make a new one.',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    'AKIA…',
  ],
  [
    'github-personal-access-token',
    'GitHub personal access token',
    'github',
    'high',
    'Reads and writes the repositories its owner can.',
    'Delete it at https://github.com/settings/tokens.',
    'https://docs.github.com/authentication',
    'ghp_…',
  ],
  [
    'slack-bot-token',
    'Slack bot token',
    'slack',
    'high',
    'Reads channels and posts as the bot.',
    'Regenerate it at https://api.slack.com/apps.',
    'https://api.slack.com/authentication/token-types',
    'xoxb-…',
  ],
  [
    'database-url-password',
    'Database URL with a password',
    'generic',
    'medium',
    'Opens the database from wherever it can be reached.',
    'Change the password of the database user, then move the URL to a secret store.',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    '***',
  ],
  [
    'generic-password',
    'Password in an assignment',
    'generic',
    'low',
    'Opens what the password protects.',
    'Change it where it is used.',
    'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
    '***',
  ],
];

const HOSTILE = [
  '<img src=x onerror="pwned=1">',
  '</script><script>pwned=1</script>',
  '"><svg onload=pwned=1>',
  "javascript:pwned=1//'",
  '\u001b]52;c;cHduZWQ=\u0007',
  '\u202egnp.exe',
  '::error file=x::y',
  '##[error]x',
  '=cmd|calc',
  '](javascript:pwned=1)',
  '{{constructor.constructor("pwned=1")()}}',
  '\r\nline\u2028line',
];

/** A report with so many findings; the same every time. With `hostile`, all text is an attack. */
export function reportOf(number, { hostile = false, mode = 'history' } = {}) {
  const next = random(number + 1);
  const text = (fallback) => (hostile ? HOSTILE[next(HOSTILE.length)] : fallback);
  const commits = Array.from({ length: Math.min(400, Math.ceil(number / 8) + 1) }, () => commit(next, text));
  const prints = Array.from({ length: Math.ceil(number * 0.7) }, () => hex(next, 32));
  const findings = Array.from({ length: number }, () => finding(next, { commits, text, prints }));
  const used = new Set(findings.map(({ ruleId }) => ruleId));
  const skipped =
    number === 0
      ? []
      : [
          { path: text('assets/video.mov'), reason: text('larger than 50 MB'), incomplete: true },
          { path: 'db/dump.tar.gz', reason: 'archives are not read without --archives', incomplete: false },
          { path: 'vendor/', reason: 'left out by paths.ignore', incomplete: false },
        ];
  return {
    schema: 'keyhound/1',
    tool: { name: 'keyhound', version: '0.1.0', rules: `sha256:${'0123456789abcdef'}` },
    mode,
    repository: { url: 'https://example.com/team/shop.git', branch: 'main', revision: '5'.repeat(40) },
    outcome: number > 0 ? 'findings' : 'clean',
    scanned: { units: 18_412, bytes: 412_000_000, commits: 6_120 },
    skipped,
    idleIgnores: [{ source: text('src/old.ts:3'), what: text('hides nothing') }],
    findings: findings.sort((a, b) =>
      a.path < b.path ? -1 : a.path > b.path ? 1 : a.startLine - b.startLine || a.startColumn - b.startColumn,
    ),
    rules: RULES.filter(([id]) => used.has(id)).map(
      ([id, title, provider, severity, impact, remediation, reference]) => ({
        id,
        title: text(title),
        impact: text(impact),
        reference: hostile ? 'javascript:pwned=1' : reference,
        remediation: hostile
          ? 'See https://example.com/"onmouseover="pwned=1 or javascript:pwned=1'
          : remediation,
        provider,
        severity,
      }),
    ),
  };
}

function commit(next, text) {
  const day = new Date(Date.UTC(2019, 2, 1) + next(2_700) * 86_400_000).toISOString();
  return { id: hex(next, 40), author: text('Kim Doe'), date: `${day.slice(0, 19)}+00:00` };
}

function finding(next, { commits, text, prints }) {
  const [ruleId, title, provider, severity, , , , redacted] =
    RULES[Math.min(next(RULES.length), next(RULES.length + 3))];
  const made = commits[next(commits.length)];
  const later = commits.filter(({ date }) => date > made.date);
  const inHead = later.length === 0 || next(3) === 0;
  const names = ['settings.py', 'config.yml', '.env', 'deploy.sh', 'client.ts', 'values.yaml', 'README.md'];
  const startLine = 1 + next(400);
  const startColumn = 8 + next(20);
  const snippet = `${['api_key', 'token', 'DATABASE_URL', 'password'][next(4)]} = "${redacted}"`;
  return {
    ruleId,
    title: text(title),
    provider,
    confidence: ['certain', 'certain', 'probable', 'possible'][next(4)],
    severity,
    path: text(
      `services/service-${next(40)}/${['src', 'deploy', 'test'][next(3)]}/${names[next(names.length)]}`,
    ),
    kind: 'blob',
    startLine,
    startColumn,
    endLine: startLine,
    endColumn: startColumn + 32,
    redacted: text(redacted),
    snippet: text(snippet),
    encodings: next(12) === 0 ? ['base64'] : [],
    fingerprint: `v1:${prints[next(prints.length)]}`,
    commit: made,
    inHead,
    ...(inHead ? {} : { removed: later[next(later.length)] }),
    occurrences: 1 + (next(10) === 0 ? next(4) : 0),
    related: [],
    ...(next(14) === 0
      ? { suppression: { by: 'baseline', reason: text('test-fixture: made up for a test') } }
      : {}),
  };
}

function hex(next, length) {
  return Array.from({ length }, () => next(16).toString(16)).join('');
}

/** A generator of whole numbers below a bound (mulberry32). */
function random(seed) {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  };
}
