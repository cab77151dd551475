/** Ways in which people write down the token of a provider, by name. */
export const FORMS: Readonly<Record<string, (name: string, token: string) => string>> = {
  env: (name, token) => `${upper(name)}_API_KEY=${token}\n`,
  export: (name, token) => `export ${upper(name)}_TOKEN="${token}"\n`,
  json: (name, token) => `{\n  "region": "eu",\n  "${snake(name)}_api_key": "${token}"\n}\n`,
  yaml: (name, token) => `${snake(name)}:\n  endpoint: https://api.${host(name)}/v1\n  api_key: ${token}\n`,
  javascript: (name, token) => `const ${camel(name)}Token = '${token}';\n`,
  python: (name, token) => `${snake(name)}_secret = "${token}"\n`,
  go: (name, token) => `${camel(name)}Key := "${token}"\n`,
  java: (name, token) => `  private static final String ${upper(name)}_API_KEY = "${token}";\n`,
  php: (name, token) => `  '${snake(name)}_key' => '${token}',\n`,
  properties: (name, token) => `${snake(name)}.api.key=${token}\n`,
  dockerfile: (name, token) => `ENV ${upper(name)}_TOKEN ${token}\n`,
  bearer: (name, token) => `curl -H "Authorization: Bearer ${token}" https://api.${host(name)}/v1/me\n`,
  header: (name, token) => `curl https://api.${host(name)}/v1/me -H 'X-${title(name)}-Token: ${token}'\n`,
  query: (name, token) => `https://api.${host(name)}/v1/me?api_key=${token}&format=json\n`,
  prose: (name, token) => `The ${name} token: ${token}\n`,
  flag: (name, token) => `${snake(name)} --api-key ${token} list\n`,
  element: (name, token) => `<${camel(name)}ApiKey>${token}</${camel(name)}ApiKey>\n`,
  comment: (name, token) => `# ${name} key\n${token}\n`,
  call: (name, token) => `// ${name}, see the manual\nconst client = new Client('${token}');\n`,
  table: (name, token) => `| name | value |\n| --- | --- |\n| ${name} API key | ${token} |\n`,
  log: (name, token) => `12:01:33 [DEBUG] Using ${name} KEY=${token}\n`,
  nameOnly: (name, token) => `${snake(name)}: "${token}"\n`,
  bare: (_, token) => `${token}\n`,
};

function snake(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '_');
}

function upper(name: string): string {
  return snake(name).toUpperCase();
}

function title(name: string): string {
  return snake(name).replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());
}

function camel(name: string): string {
  const words = title(name);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function host(name: string): string {
  return `${name.replace(/[^A-Za-z0-9]+/g, '').toLowerCase()}.com`;
}
