import type { LiteralRule } from '../../rule.ts';
import { passwordGroups } from '../../secrets/value-group.ts';

const P = 'Tr0ub4dor';

/** Passwords in calls of libraries and commands of the shell. */
export const loginCalls: readonly LiteralRule[] = passwordGroups([
  [
    'curl-user',
    'curl',
    ['curl '],
    /curl [^\n]{0,200}?(?:-u|--user|-U|--proxy-user)[ =]{0,2}["']?[^\s:"']{1,64}:([^\s"']{3,128})/y,
    {
      found: [`curl -s -u app:⟦${P}⟧ https://example.com`],
      ignored: ['curl -u app:$PASS x', 'curl -u app https://example.com:8080'],
    },
  ],
  [
    'mysql-flag',
    'mysql',
    ['mysql ', 'mysqldump ', 'mysqladmin '],
    /mysql(?:dump|admin)? [^\n|]{0,120}?-p["']?([^\s"']{4,64})/y,
    { found: [`mysql -u root -p⟦${P}⟧ shop`], ignored: ['mysql -u root -p shop', 'mysql -u root -p$PASS'] },
  ],
  [
    'sshpass-flag',
    'sshpass',
    ['sshpass '],
    /sshpass -p ?["']?([^\s"']{3,64})/y,
    {
      found: [`sshpass -p ⟦${P}⟧ ssh app@example.com`],
      ignored: ['sshpass -p $PASS ssh x', 'sshpass -f file1 ssh x'],
    },
  ],
  [
    'docker-login-flag',
    'docker',
    ['docker login', 'podman login', 'helm registry login', 'az login', 'oc login', 'nexus login'],
    /(?:docker|podman|helm registry|az|oc|nexus) login[^\n|]{0,120}? -p[ =]?["']?([^\s"']{4,128})/y,
    {
      found: [`docker login -u app -p ⟦${P}⟧ example.com`],
      ignored: ['docker login -u app --password-stdin', 'docker login -p $PASS'],
    },
  ],
  [
    'redis-cli-flag',
    'redis',
    ['redis-cli '],
    /redis-cli [^\n|]{0,120}?-a ["']?([^\s"']{4,128})/y,
    {
      found: [`redis-cli -h example.com -a ⟦${P}⟧ ping`],
      ignored: ['redis-cli -a $PASS', 'redis-cli -p 6379'],
    },
  ],
  [
    'mongo-flag',
    'mongodb',
    ['mongo ', 'mongosh ', 'mongodump ', 'mongorestore ', 'mongoimport '],
    /mongo(?:sh|dump|restore|import)? [^\n|]{0,120}?-p ["']?([^\s"']{4,128})/y,
    {
      found: [`mongosh -u app -p ⟦${P}⟧ shop`],
      ignored: ['mongosh -u app -p $PASS', 'mongosh --port 27017'],
    },
  ],
  [
    'ldap-flag',
    'ldap',
    ['ldapsearch ', 'ldapadd ', 'ldapmodify '],
    /ldap(?:search|add|modify) [^\n|]{0,200}?-w ["']?([^\s"']{4,128})/y,
    {
      found: [`ldapsearch -x -w ⟦${P}⟧ -b dc=example`],
      ignored: ['ldapsearch -x -W -b dc=example', 'ldapsearch -w $PASS'],
    },
  ],
  [
    'archive-flag',
    'zip',
    ['unzip ', 'zip ', '7z '],
    /(?:unzip|zip|7z) [^\n|]{0,120}?(?:-P ?|-p)["']?([^\s"']{4,128})/y,
    { found: [`unzip -P ⟦${P}⟧ a.zip`], ignored: ['unzip a.zip -d dir1', 'zip -P $PASS a.zip'] },
  ],
  [
    'openssl-pass',
    'openssl',
    ['openssl '],
    /openssl [^\n|]{0,200}?-pass(?:in|out)? pass:["']?([^\s"']{4,128})/y,
    {
      found: [`openssl rsa -in k.pem -passin pass:⟦${P}⟧`],
      ignored: ['openssl rsa -passin env:PASS1', 'openssl rsa -passin pass:$PASS'],
    },
  ],
  [
    'net-user',
    'windows',
    ['net user ', 'net use '],
    /net user? [^\s/]{1,64} (?:\/user:[^\s]{1,64} )?["']?([^\s"'/]{4,64})["']? ?\/?(?:add|user|persistent)?/y,
    { found: [`net user app ⟦${P}⟧ /add`], ignored: ['net user app /delete', 'net use z: %PASS%'] },
  ],
  [
    'secure-string',
    'powershell',
    ['ConvertTo-SecureString '],
    /ConvertTo-SecureString (?:-AsPlainText )?(?:-Force )?(?:-String )?["']([^\n"']{4,128})["']/y,
    {
      found: [
        `ConvertTo-SecureString "⟦${P}⟧" -AsPlainText -Force`,
        `ConvertTo-SecureString -String '⟦${P}⟧'`,
      ],
      ignored: ['ConvertTo-SecureString $pass1', 'ConvertTo-SecureString "$pass1"'],
    },
  ],
  [
    'network-credential',
    'dotnet',
    ['NetworkCredential(', 'PSCredential('],
    /(?:Network|PS)Credential\(\s{0,4}[^,\n]{1,80},\s{0,4}"([^\n"]{4,128})"/y,
    {
      found: [`new NetworkCredential("app", "⟦${P}⟧")`],
      ignored: ['new NetworkCredential("app", pass1)', 'new NetworkCredential()'],
    },
  ],
  [
    'python-basic-auth',
    'requests',
    ['HTTPBasicAuth(', 'HTTPDigestAuth(', 'BasicAuth(', 'auth=('],
    /(?:HTTPBasicAuth|HTTPDigestAuth|BasicAuth|auth=)\(\s{0,4}[^,\n]{1,80},\s{0,4}["']([^\n"']{4,128})["']/y,
    {
      found: [`get(url, auth=("app", "⟦${P}⟧"))`, `HTTPBasicAuth('app', '⟦${P}⟧')`],
      ignored: ['auth=("app", pass1)', 'auth=(user, "password")'],
    },
  ],
  [
    'basic-auth-call',
    'http',
    ['.basicAuth(', '.SetBasicAuth(', '.setBasicAuth(', '.basic_auth(', '.auth(', '.login(', '.Login('],
    /\.(?:basicAuth|SetBasicAuth|setBasicAuth|basic_auth|auth|login|Login)\(\s{0,4}["'][^\n"']{1,80}["'],\s{0,4}(?:Some\()?["']([^\n"']{4,128})["']\)?\s{0,4}\)/y,
    {
      found: [`req.SetBasicAuth("app", "⟦${P}⟧")`, `smtp.login('app@example.com', '⟦${P}⟧')`],
      ignored: ['req.SetBasicAuth(user, pass1)', `.login("app", "password")`],
    },
  ],
  [
    'java-password-authentication',
    'java',
    ['PasswordAuthentication(', 'UsernamePasswordToken(', 'UsernamePasswordCredentials(', 'getConnection('],
    /(?:PasswordAuthentication|UsernamePasswordToken|UsernamePasswordCredentials|getConnection)\([^"\n]{0,80}(?:"[^"\n]{0,200}",\s{0,4}){1,2}"([^"\n]{4,128})"/y,
    {
      found: [
        `DriverManager.getConnection(url, "app", "⟦${P}⟧")`,
        `new UsernamePasswordToken("app", "⟦${P}⟧")`,
      ],
      ignored: ['getConnection(url, "app", pass1)', 'new UsernamePasswordToken("app")'],
    },
  ],
  [
    'php-connect',
    'php',
    ['mysqli_connect(', 'new mysqli(', 'new PDO(', 'ftp_login(', 'ldap_bind('],
    /(?:mysqli_connect|new mysqli|new PDO|ftp_login|ldap_bind)\([^,\n]{1,120},\s{0,4}["'$][^,\n]{1,80},\s{0,4}["']([^\n"']{4,128})["']/y,
    {
      found: [`mysqli_connect("localhost", "app", "⟦${P}⟧", "shop")`],
      ignored: ['mysqli_connect($host, $user, $pass1)', 'new PDO("mysql:host=a")'],
    },
  ],
  [
    'sql-identified-by',
    'sql',
    ['IDENTIFIED BY', 'identified by', 'Identified by', 'IDENTIFIED WITH', 'identified with'],
    /identified (?:by|with) {1,2}(?:[a-z0-9_'"]{1,40} (?:by|as) )?(?:PASSWORD )?["']?([^\s"';,:&][^\s"';,]{3,127})/iy,
    {
      found: [`CREATE USER app IDENTIFIED BY '⟦${P}⟧'`, `identified by ⟦${P}⟧;`],
      ignored: ["IDENTIFIED BY '${password}'", 'identified by :pass1'],
    },
  ],
  [
    'sqlplus-login',
    'oracle',
    ['sqlplus ', 'sqlldr ', 'expdp ', 'impdp '],
    /(?:sqlplus|sqlldr|expdp|impdp) (?:-[sS] )?[A-Za-z0-9_.$]{1,40}\/["']?([^\s"'@/]{4,64})@/y,
    { found: [`sqlplus app/⟦${P}⟧@example`], ignored: ['sqlplus / as sysdba', 'sqlplus app/$PASS@example'] },
  ],
  [
    'cisco-secret',
    'cisco',
    ['enable secret ', 'enable password ', 'username '],
    /(?:enable|username [A-Za-z0-9_.-]{1,40}(?: privilege \d{1,2})?) (?:secret|password) (?:\d )?([^\s\d]{0,64}\d[^\s]{0,64})/y,
    {
      found: [`enable secret ⟦${P}⟧`, `username app privilege 15 secret 0 ⟦${P}⟧`],
      ignored: ['username and password', 'enable password encryption'],
    },
  ],
  [
    'wifi-key',
    'wpa_supplicant',
    ['psk=', 'wpa_passphrase=', 'wpa-psk ', 'WPA:'],
    /(?:psk=|wpa_passphrase=|wpa-psk |WPA:)["']?([^\s"';]{8,64})/y,
    { found: [`psk="⟦${P}⟧"`, `wpa_passphrase=⟦${P}⟧`], ignored: ['psk=$PSK1', 'key_mgmt=WPA-PSK'] },
  ],
  [
    'wifi-code',
    'wifi-alliance',
    ['WIFI:'],
    /WIFI:(?:[TSH]:[^;\n]{1,64};){0,3}P:([^;\n]{8,64});/y,
    { found: [`WIFI:T:WPA;S:guest;P:⟦${P}⟧;;`], ignored: ['WIFI:T:nopass;S:guest;;', 'WIFI: free'] },
  ],
]);
