-- Drives Neovim for neovim.test.ts: opens the files of a plan with the configuration of docs/editors/neovim, uses what
-- Neovim offers for them, and writes what it shows and what became of the texts.
local plan = vim.fn.json_decode(table.concat(vim.fn.readfile(vim.env.FAZHI_PLAN), '\n'))
local LIMIT = 30000
local seen = { files = {}, messages = {} }

vim.notify = function(message)
  table.insert(seen.messages, message)
end

-- The rules of the findings that the server has told of last; what is shown of them may have gone with its text.
local told = {}
local publish = vim.lsp.handlers['textDocument/publishDiagnostics']
vim.lsp.handlers['textDocument/publishDiagnostics'] = function(err, result, ...)
  publish(err, result, ...)
  told[vim.uri_to_bufnr(result.uri)] = vim.tbl_map(function(one)
    return one.code
  end, result.diagnostics)
end

local function finish(failure)
  seen.failure = failure
  vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.FAZHI_RESULT)
  vim.cmd('qall!')
end

local function wait_for(what, condition)
  if not vim.wait(LIMIT, condition, 10) then
    error('never came: ' .. what)
  end
end

-- Asks synchronously, as a picker of symbols or a completion plug-in does.
local function ask(method, params)
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, LIMIT), method)
  local _, answer = next(answers)
  assert(answer and not answer.err, method .. ': ' .. vim.inspect(answer))
  return answer.result
end

local function text_of(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

local function diagnostics_of(buffer)
  return vim.tbl_map(function(one)
    return {
      rule = one.code,
      severity = one.severity,
      message = one.message,
      source = one.source,
      start = { one.lnum, one.col },
      finish = { one.end_lnum, one.end_col },
    }
  end, vim.diagnostic.get(buffer))
end

local function titles_of(symbols)
  local titles = {}
  for _, symbol in ipairs(symbols or {}) do
    table.insert(titles, symbol.name)
    vim.list_extend(titles, titles_of(symbol.children))
  end
  return titles
end

local function open(file)
  local buffer = vim.fn.bufadd(file)
  vim.bo[buffer].buflisted = true
  vim.cmd('buffer ' .. buffer)
  return buffer
end

local function look_at(file)
  local buffer = open(file.path)
  local entry = { filetype = vim.bo.filetype, encoding = vim.bo.fileencoding, format = vim.bo.fileformat }
  seen.files[file.name] = entry
  wait_for('a server for ' .. file.name, function()
    return #vim.tbl_values(vim.lsp.buf_get_clients(buffer)) == 1
  end)
  -- Findings are told before this is answered.
  entry.symbols = titles_of(ask('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() }))
  if file.isReport then
    wait_for('findings in ' .. file.name, function()
      return #vim.diagnostic.get(buffer) > 0
    end)
  end
  entry.diagnostics = diagnostics_of(buffer)
  entry.lines = vim.api.nvim_buf_line_count(buffer)
end

local function go_to(text)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search('\\V' .. text, 'cW') > 0, 'not in the text: ' .. text)
end

-- Chooses from a menu as its user would; gives what was on offer.
local function choosing(wanted, run)
  local offered
  local select = vim.ui.select
  vim.ui.select = function(items, options, choose)
    offered = vim.tbl_map(options.format_item, items)
    for index, title in ipairs(offered) do
      if title:find(wanted, 1, true) then
        return choose(items[index], index)
      end
    end
    choose(nil)
  end
  run()
  wait_for('a menu with ' .. wanted, function()
    return offered
  end)
  vim.ui.select = select
  return offered
end

-- Neovim tells of many edits in more than one piece: the last of them is in when the rule that is mended is gone.
local function code_action(file, action)
  local buffer = open(file)
  go_to(action.at)
  local wanted = action.title
  local count = #told[buffer]
  local offered = choosing(wanted, vim.lsp.buf.code_action)
  wait_for('fewer findings after ' .. wanted, function()
    return #told[buffer] < count and not vim.tbl_contains(told[buffer], action.mends)
  end)
  return { offered = offered, text = text_of(buffer), diagnostics = diagnostics_of(buffer) }
end

local function hover(file, at)
  open(file)
  go_to(at)
  vim.lsp.buf.hover()
  local window
  wait_for('a hover', function()
    for _, one in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(one).relative ~= '' then
        window = one
      end
    end
    return window
  end)
  local text = text_of(vim.api.nvim_win_get_buf(window))
  vim.api.nvim_win_close(window, true)
  return text
end

local function rename(file, at, name)
  local buffer = open(file)
  go_to(at)
  local before = vim.api.nvim_buf_get_changedtick(buffer)
  vim.lsp.buf.rename(name)
  wait_for('a rename', function()
    return vim.api.nvim_buf_get_changedtick(buffer) ~= before
  end)
  return text_of(buffer)
end

local function format(file)
  local buffer = open(file)
  local run = vim.lsp.buf.format or function()
    vim.lsp.buf.formatting_sync(nil, LIMIT)
  end
  run({ timeout_ms = LIMIT })
  return text_of(buffer)
end

-- On the empty line below a heading.
local function complete(file, at)
  open(file)
  go_to(at)
  vim.fn.cursor(vim.fn.line('.') + 1, 1)
  local result = ask('textDocument/completion', vim.lsp.util.make_position_params())
  local items = vim.lsp.util.text_document_completion_list_to_complete_items(result or {}, '')
  return vim.tbl_map(function(item)
    return item.word
  end, items)
end

-- The lens that leads somewhere: what it says, and where the cursor is once it was run.
local function lens(file)
  local buffer = open(file)
  vim.fn.cursor(1, 1)
  vim.lsp.codelens.refresh()
  local leading
  wait_for('a lens', function()
    for _, one in ipairs(vim.lsp.codelens.get(buffer)) do
      if one.command and one.command.command == 'fazhiReport.showPlace' then
        leading = leading or one
      end
    end
    return leading
  end)
  vim.fn.cursor(leading.range.start.line + 1, 1)
  choosing(leading.command.title, vim.lsp.codelens.run)
  return { title = leading.command.title, line = vim.fn.line('.') - 1, column = vim.fn.col('.') - 1 }
end

vim.cmd('filetype on')
local ok, failure = xpcall(function()
  dofile(plan.configuration)
  for _, file in ipairs(plan.files) do
    look_at(file)
  end
  local path = plan.path
  seen.lens = lens(path)
  seen.hover = hover(path, plan.hover)
  seen.completion = complete(path, plan.complete)
  seen.fixed = code_action(path, plan.fix)
  seen.fixedAll = code_action(path, plan.fixAll)
  seen.ignored = code_action(path, plan.ignore)
  seen.formatted = format(plan.format)
  seen.renamed = rename(plan.rename.path, plan.rename.at, plan.rename.name)
end, debug.traceback)
finish(not ok and failure or nil)
