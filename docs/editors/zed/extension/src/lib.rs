use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

/// Starts `fazhi-report-language-server`, which `npm i -g fazhi-report` installs.
struct FazhiReport;

impl zed::Extension for FazhiReport {
    fn new() -> Self {
        FazhiReport
    }

    fn language_server_command(&mut self, _server: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let command = worktree
            .which("fazhi-report-language-server")
            .ok_or("没有找到 fazhi-report-language-server：请先 npm i -g fazhi-report")?;
        Ok(Command {
            command,
            args: vec!["--stdio".to_string()],
            env: worktree.shell_env(),
        })
    }

    fn language_server_initialization_options(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<zed::serde_json::Value>> {
        let settings = zed::settings::LspSettings::for_worktree(server.as_ref(), worktree)?;
        Ok(settings.initialization_options)
    }

    fn language_server_workspace_configuration(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<zed::serde_json::Value>> {
        let settings = zed::settings::LspSettings::for_worktree(server.as_ref(), worktree)?;
        Ok(settings.settings)
    }
}

zed::register_extension!(FazhiReport);
