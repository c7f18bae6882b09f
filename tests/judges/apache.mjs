// A real Apache on a free port of this machine, with nothing allowed to .htaccess but what rental
// servers allow.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";

const modules = ["mpm_event", "authz_core", "authz_host", "dir", "mime", "filter", "deflate", "headers",
  "rewrite", "setenvif", "unixd", "autoindex", "alias"];
const moduleFolders = { apache2: "/usr/lib/apache2/modules", httpd: "/usr/lib64/httpd/modules" };

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const answers = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.on("connect", () => resolve(socket.destroy() && true)).on("error", () => resolve(false));
  });

export const startApache = async (program, folder, work) => {
  const port = await freePort();
  const own = path.join(work, "apache");
  mkdirSync(own, { recursive: true });
  const place = moduleFolders[path.basename(program)];
  const conf = `
ServerRoot "${own}"
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile "${own}/pid"
Mutex file:${own}
ErrorLog "${own}/error.log"
LogLevel warn
${modules.map((name) => `<IfModule !${name}_module>\nLoadModule ${name}_module ${place}/mod_${name}.so\n</IfModule>`).join("\n")}
<IfModule unixd_module>
  User #${process.getuid() || 65534}
  Group #${process.getgid() || 65534}
</IfModule>
StartServers 1
TypesConfig /etc/mime.types
DocumentRoot "${folder}"
DirectoryIndex index.html
<Directory "${folder}">
  Options Indexes FollowSymLinks
  AllowOverride FileInfo
  Require all granted
</Directory>
`;
  writeFileSync(path.join(own, "httpd.conf"), conf);
  const server = spawn(program, ["-f", path.join(own, "httpd.conf"), "-D", "FOREGROUND"], { stdio: "inherit" });
  const gone = new Promise((resolve) => server.on("exit", resolve));
  for (let tries = 0; !(await answers(port)); ++tries) {
    if (tries > 100 || server.exitCode !== null) throw new Error(`${program} did not start`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.kill("SIGTERM");
      return gone;
    },
  };
};
