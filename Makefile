# `make` sendiri menampilkan daftar perintah. Butuh GNU make 3.81 atau lebih baru.
SHELL := /bin/sh
.DEFAULT_GOAL := help
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8501
CALON_PYTHON := $(PYTHON) python3 python3.13 python3.12 python3.11 python

# Isi berkas yang dibandingkan, bukan jamnya: `git checkout` tidak memicu pemasangan.
define pasang
	@cmp -s $(1) $(VENV)/$(1) || { \
	  echo "Memasang paket dari $(1) (sekali saja, perlu internet) …"; \
	  $(PY) -m pip install --quiet --disable-pip-version-check -r $(1) || { \
	    echo "Pemasangan gagal. Periksa sambungan internet, lalu ulangi."; exit 1; }; \
	  cp $(1) $(VENV)/$(1); }
endef

.PHONY: help run test soak lint format bench contoh kosong gambar requirements clean \
  venv venv-dev alat cadangan

help: ## daftar perintah ini
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

run: venv ## jalankan aplikasi di http://localhost:8501 (PORT=… untuk porta lain)
	@$(PY) -m sample
	@$(PY) -m streamlit run dashboard.py --server.port $(PORT)

test: venv-dev alat lint ## siapkan semua yang diperlukan, lalu uji semuanya
	@$(PY) -m pytest

soak: venv-dev alat ## matikan penerimaan ratusan kali, kirim ribuan berkas rusak; tidak boleh ada yang hilang
	@UP2K_UJI_BUNUH=$${UP2K_UJI_BUNUH:-240} $(PY) -m pytest tests/test_durability.py
	@UP2K_UJI_RUSAK=$${UP2K_UJI_RUSAK:-3000} $(PY) -m pytest tests/test_fuzz.py

lint: venv-dev ## periksa gaya dan tipe saja
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy

format: venv-dev ## rapikan gaya penulisan kode
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

bench: venv-dev alat ## ukur kecepatan dan memori, tulis docs/kinerja.md
	$(call pasang,requirements-bench.txt)
	@$(PY) -m bench

contoh: venv ## buat ulang data contoh
	@$(PY) -m sample --mulai-baru

kosong: venv ## mulai kosong: tanpa data contoh
	@$(PY) -m store mulai-kosong

cadangan: venv ## salin data sebenarnya (SQLite) ke cadangan-TANGGAL.db
	@$(PY) -m store.backup

gambar: venv-dev alat ## ambil gambar setiap halaman ke docs/gambar/
	@$(PY) -m bench.pictures

requirements: venv-dev ## susun ulang requirements*.txt dari requirements*.in
	@for nama in requirements requirements-dev requirements-bench; do \
	  CUSTOM_COMPILE_COMMAND="make requirements" $(PY) -m piptools compile --quiet \
	    --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host \
	    --no-emit-find-links --output-file $$nama.txt $$nama.in || exit 1; done

clean: ## hapus .venv dan berkas sementara (data tidak disentuh)
	@rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

venv:
	@$(PY) -c '' 2>/dev/null || { \
	  for calon in $(CALON_PYTHON); do \
	    "$$calon" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	      2>/dev/null && python="$$calon" && break; done; \
	  [ -n "$$python" ] || { echo "Perlu Python 3.11 atau lebih baru (python.org/downloads)."; \
	    echo "Bila sudah ada, tunjukkan: make run PYTHON=/letak/python3.13"; exit 1; }; \
	  echo "Membuat $(VENV) dengan $$("$$python" --version) …"; \
	  rm -rf $(VENV); "$$python" -m venv $(VENV) || { rm -rf $(VENV); \
	    echo "Modul venv belum ada. Di Debian atau Ubuntu: apt install python3-venv"; exit 1; }; }
	$(call pasang,requirements.txt)

venv-dev: venv
	$(call pasang,requirements-dev.txt)

# Program nyata yang dipakai sebagian uji; yang tidak terpasang disebut di akhir uji.
alat:
	@kurang=""; \
	ada() { command -v "$$1" >/dev/null; }; \
	ada chromium || ada chromium-browser || ada google-chrome \
	  || kurang="$$kurang chromium fonts-liberation"; \
	ada soffice || ada libreoffice || kurang="$$kurang libreoffice-calc"; \
	ls "$$(dirname "$$(readlink -f "$$(command -v soffice || command -v libreoffice)")")"/*sdlo.* \
	  >/dev/null 2>&1 || kurang="$$kurang libreoffice-impress"; \
	ada pdftotext || kurang="$$kurang poppler-utils"; \
	ada pg_ctl || ls /usr/lib/postgresql/*/bin/pg_ctl >/dev/null 2>&1 \
	  || kurang="$$kurang postgresql"; \
	[ -z "$$kurang" ] || [ "$$(id -u)" != 0 ] || ! ada apt-get || { \
	  echo "Memasang lewat apt:$$kurang …"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	    apt-get install -qq -y --no-install-recommends $$kurang >/dev/null \
	    || echo "Sebagian program uji tidak terpasang:$$kurang"; }
