-- 法治政府建设报告检查：放在 ~/.config/nvim/plugin/fazhi-report.lua。Neovim 0.7.2 起。

-- 文件名像报告的，类型就是 fazhi-report：总是检查。其他 .txt、.md 由服务器按内容识别，不是报告的什么也不标。
-- 只想查文件名像报告的，删去 'text' 和 'markdown'。
local filetypes = { 'fazhi-report', 'text', 'markdown', 'json', 'jsonc' }
local names = { '*法治*报告*.txt', '*法治*总结*.txt', '*依法行政*报告*.txt' }

-- 各项设置见 https://github.com/fazhi-report/fazhi-report/blob/main/docs/editors/README.md
local settings = {
  locale = 'zh-CN',
  run = 'onType',
  rules = vim.empty_dict(), -- 例如 { ['thin-section'] = 'off' }
}

-- GBK 文件也能读：在 UTF-8 之后试 GB18030。
if not vim.o.fileencodings:find('gb18030', 1, true) then
  vim.o.fileencodings = 'ucs-bom,utf-8,gb18030,default,latin1'
end

-- 代码透镜“3 处问题”通往的地方。
local function show_place(command)
  local uri, range = command.arguments[1], command.arguments[2]
  local show = vim.lsp.util.show_document or vim.lsp.util.jump_to_location
  show({ uri = uri, range = range }, 'utf-16', { focus = true })
end

-- 按键：同 Neovim 0.11 自带的一样，旧版本上也能用。
local function on_attach(_, buffer)
  local function key(keys, run)
    vim.keymap.set('n', keys, run, { buffer = buffer })
  end
  key('gra', vim.lsp.buf.code_action)
  key('grn', vim.lsp.buf.rename)
  key('grr', vim.lsp.buf.references)
  key('gO', vim.lsp.buf.document_symbol)
  key('K', vim.lsp.buf.hover)
  key('grf', function() (vim.lsp.buf.format or vim.lsp.buf.formatting_sync)() end)
  key('grl', vim.lsp.codelens.run)
  key('[d', vim.diagnostic.goto_prev)
  key(']d', vim.diagnostic.goto_next)
  vim.api.nvim_buf_set_option(buffer, 'omnifunc', 'v:lua.vim.lsp.omnifunc')
  if vim.lsp.inlay_hint then
    vim.lsp.inlay_hint.enable(true, { bufnr = buffer })
  end
  if vim.lsp.codelens.enable then -- 0.12 起
    vim.lsp.codelens.enable(true, { bufnr = buffer })
  else
    vim.lsp.codelens.refresh()
    vim.api.nvim_create_autocmd({ 'BufEnter', 'InsertLeave', 'BufWritePost' }, {
      buffer = buffer,
      callback = function() vim.lsp.codelens.refresh() end,
    })
  end
end

local config = {
  name = 'fazhi-report',
  cmd = { 'fazhi-report-language-server', '--stdio' },
  filetypes = filetypes,
  settings = { fazhiReport = settings },
  init_options = {
    fazhiReport = vim.tbl_extend('error', settings, { quietWhileTyping = true, commands = { 'fazhiReport.showPlace' } }),
  },
  commands = { ['fazhiReport.showPlace'] = show_place },
  on_attach = on_attach,
  get_language_id = function(_, filetype)
    return filetype == 'text' and 'plaintext' or filetype
  end,
}

-- 打开的文件夹：版本库，没有就是报告所在的文件夹。配置文件、去年的报告、“查找全部报告”都在它里面找。
-- JSON 文件里只管 .fazhi-report.json：写错了当场标出，“忽略此处”马上见效。
local function root_of(buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  local is_project = vim.fn.fnamemodify(file, ':t') == '.fazhi-report.json'
  if vim.bo[buffer].buftype ~= '' or file == '' or vim.bo[buffer].filetype:find('^json') and not is_project then
    return nil
  end
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local git = vim.fn.finddir('.git', vim.fn.escape(folder, ' ,;*\\') .. ';')
  return git == '' and folder or vim.fn.fnamemodify(git, ':p:h:h')
end

local group = vim.api.nvim_create_augroup('fazhi-report', {})
if vim.fn.has('nvim-0.8') == 1 then
  local patterns = {}
  for _, name in ipairs(names) do
    patterns[name:gsub('%.', '%%.'):gsub('%*', '.*')] = 'fazhi-report'
  end
  vim.filetype.add({ pattern = patterns })
else
  vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
    group = group,
    pattern = names,
    callback = function(args) vim.bo[args.buf].filetype = 'fazhi-report' end,
  })
end

if vim.lsp.config then -- 0.11 起
  config.root_dir = function(buffer, use)
    local root = root_of(buffer)
    if root then
      use(root)
    end
  end
  vim.lsp.config('fazhi-report', config)
  vim.lsp.enable('fazhi-report')
else
  local clients = {} -- 0.7.2：每个文件夹一个服务器
  local function start(buffer)
    local root = vim.api.nvim_buf_is_valid(buffer) and root_of(buffer)
    if not root then
      return
    end
    local one = vim.tbl_extend('force', config, { root_dir = root })
    if vim.lsp.start then -- 0.8 起
      vim.lsp.start(one, { bufnr = buffer })
      return
    end
    one.on_exit = function() clients[root] = nil end
    clients[root] = clients[root] or vim.lsp.start_client(one)
    if clients[root] then
      vim.lsp.buf_attach_client(buffer, clients[root])
    end
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = filetypes,
    -- 类型可能接着再定一次（先 text，后 fazhi-report），等定下来再报给服务器。
    callback = function(args)
      vim.schedule(function() start(args.buf) end)
    end,
  })
end
