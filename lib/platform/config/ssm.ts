import { GetParametersByPathCommand, SSMClient } from "@aws-sdk/client-ssm";

interface Source {
  path: string;
  region: string;
  endpoint: string | undefined;
}

/**
 * All parameters under `path`, decrypted, by their last name: `/directfanz/production/CRON_SECRET` → `CRON_SECRET`.
 * Credentials come from the AWS environment, as everywhere on that platform.
 */
export async function readParameters({ path, region, endpoint }: Source): Promise<Record<string, string>> {
  const client = new SSMClient({ region, ...(endpoint ? { endpoint } : {}), maxAttempts: 4 });
  const found: Record<string, string> = {};
  let nextToken: string | undefined;
  do {
    const page = await client.send(new GetParametersByPathCommand({ Path: path, Recursive: true, WithDecryption: true, NextToken: nextToken }));
    for (const parameter of page.Parameters ?? []) {
      const name = parameter.Name?.split("/").at(-1);
      if (name && parameter.Value !== undefined) found[name] = parameter.Value;
    }
    nextToken = page.NextToken;
  } while (nextToken);
  client.destroy();
  return found;
}
