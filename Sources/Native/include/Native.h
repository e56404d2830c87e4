#pragma once
#include "native_crypto.h"
#include "native_curl.h"
#include "native_keyring.h"
#include "native_memory.h"
#include "native_qrencode.h"
#include "native_tls.h"
#include "native_transfer.h"
