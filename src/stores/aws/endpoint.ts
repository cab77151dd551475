/** The address of a service in a region, or the one the environment sets for tests and private endpoints. */
export function awsEndpoint(service: string, region: string, env: NodeJS.ProcessEnv): URL {
  const own =
    env[`AWS_ENDPOINT_URL_${service.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`] ?? env.AWS_ENDPOINT_URL;
  if (own) return new URL(own.endsWith('/') ? own : `${own}/`);
  const suffix = SUFFIXES.find(([start]) => region.startsWith(start))?.[1] ?? 'amazonaws.com';
  return new URL(`https://${service.replace('_', '')}.${region}.${suffix}/`);
}

/** Partitions with a domain of their own. https://docs.aws.amazon.com/general/latest/gr/rande.html */
const SUFFIXES: readonly (readonly [start: string, suffix: string])[] = [
  ['cn-', 'amazonaws.com.cn'],
  ['eusc-', 'amazonaws.eu'],
];
