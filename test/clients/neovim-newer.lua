-- Loads the configuration of docs/editors/neovim in a Neovim that seems to be a newer one, and tells what it would do there.
local plan = vim.fn.json_decode(table.concat(vim.fn.readfile(vim.env.FAZHI_PLAN), '\n'))
local seen = { started = {}, patterns = {}, roots = {} }
local report, other, project

local function open(file, filetype)
  local buffer = vim.fn.bufadd(file)
  vim.fn.bufload(buffer)
  vim.bo[buffer].filetype = filetype
  return buffer
end

local ok, failure = xpcall(function()
  local has = vim.fn.has
  vim.fn.has = function(feature)
    return feature == 'nvim-0.8' and 1 or has(feature)
  end
  vim.filetype.add = function(filetypes)
    seen.patterns = filetypes.pattern
  end
  if plan.version == '0.11' then
    vim.lsp.config = function(name, config)
      seen.name = name
      seen.filetypes = config.filetypes
      seen.language = config.get_language_id(0, 'text')
      report, other, project = open(plan.report, 'fazhi-report'), open(plan.other, 'json'), open(plan.project, 'json')
      for key, buffer in pairs({ report = report, other = other, project = project }) do
        config.root_dir(buffer, function(root)
          seen.roots[key] = root
        end)
      end
    end
    vim.lsp.enable = function(name)
      seen.enabled = name
    end
  else
    vim.lsp.start = function(config, options)
      seen.started[vim.fn.fnamemodify(vim.api.nvim_buf_get_name(options.bufnr), ':t')] = config.root_dir
      seen.name = config.name
    end
  end
  dofile(plan.configuration)
  if plan.version ~= '0.11' then
    open(plan.report, 'fazhi-report')
    open(plan.other, 'json')
    assert(vim.wait(10000, function()
      return next(seen.started) ~= nil
    end, 10))
  end
end, debug.traceback)
seen.failure = not ok and failure or nil
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.FAZHI_RESULT)
vim.cmd('qall!')
